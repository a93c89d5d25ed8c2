"""The neutral page to which a reader who is watched can leave, without the network."""

from playwright.sync_api import Page, Route

NEUTRAL = "https://en.wikipedia.org/wiki/Weather"


def stub(page: Page) -> list[str]:
    """Answers for the neutral page, and returns the list in which the referrer of each visit is noted."""
    visits: list[str] = []

    def answer(route: Route) -> None:
        visits.append(route.request.headers.get("referer", ""))
        route.fulfill(body="<title>Weather</title>", content_type="text/html")

    page.route("https://en.wikipedia.org/**", answer)
    return visits
