"""The neutral page to which a reader who is watched can leave, without the network."""

from playwright.sync_api import Page, Route, expect

NEUTRAL = "https://en.wikipedia.org/wiki/Weather"


def stub(page: Page) -> list[str]:
    """Answers for the neutral page, and returns the list in which the referrer of each visit is noted."""
    visits: list[str] = []

    def answer(route: Route) -> None:
        visits.append(route.request.headers.get("referer", ""))
        route.fulfill(body="<title>Weather</title>", content_type="text/html")

    page.route("https://en.wikipedia.org/**", answer)
    return visits


def leave_and_go_back(page: Page) -> None:
    """Presses the button, and then Back; each must end on the neutral page."""
    page.get_by_role("link", name="Leave this page").click()
    expect(page).to_have_title("Weather")
    page.go_back(wait_until="commit")
    expect(page).to_have_title("Weather")
