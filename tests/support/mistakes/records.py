"""Slips in a record: a wrong id, key, value or date."""

# The file, what stands there, what a maintainer types in its place, the messages. ¦ marks the place that the message
# {0} names, the second ¦ that of {1}; «…¦…» finds a place elsewhere by the text around it.
MISTAKES: list[tuple[str, str, str, list[str]]] = [
    (
        "activities.yml",
        "executors: [cabinet, mia,",
        "executors: [cabinet, ¦mai,",
        ["{0}: no agency 'mai' in agencies.yml. Did you mean 'mia'?"],
    ),
    (
        "activities.yml",
        'period: "2014-2016"',
        'period: ¦"2014-2061"',
        ["{0}: no period '2014-2061' in periods.yml. Did you mean '2014-2016'?"],
    ),
    (
        "activities.yml",
        'group: "13.1"',
        'group: ¦"13.11"',
        [
            'activities.yml «number: ¦"13.1.1"»: 13.1.1 stands in group 13.11, but belongs to 13.1',
            "{0}: no group '13.11' in sections.yml. Did you mean '13.1'?",
        ],
    ),
    (
        "activities.yml",
        'paragraph: "3.2"',
        'paragraph: ¦"12.2"',
        ["{0}: no paragraph '12.2' in sections.yml. Did you mean '2.2'?"],
    ),
    (
        "activities.yml",
        'paragraph: "3.2", how: close',
        'paragraph: "3.2", how: ¦closer',
        ["{0}: 'how' must be 'verbatim' or 'close'"],
    ),
    (
        "activities.yml",
        '- number: "13.1.2"',
        '- number: ¦"13.1.1"',
        [
            "{0}: number '13.1.1' already stands on line 5; choose another",
            "activities.yml «number: ¦\"13.1.3\"»: before or in 'number', order-667.txt line 284 prints "
            "“13.1.2. Taking measures for ratification of the Convention of European Council on …”, "
            "which is missing here; add it",
            "related.yml «activities: [¦\"13.1.2\"]»: no activity '13.1.2' in activities.yml. Did you mean '13.1.1'?",
        ],
    ),
    (
        "activities.yml",
        '- number: "13.1.4"',
        '- number: ¦"../13.1.4"',
        [
            "{0}: 'number': a number is digits or letters joined by single dots, such as '1.2.3'",
            "situations.yml «activities: [¦\"13.1.4\"]»: no activity '13.1.4' in activities.yml. Did you mean '13.1.1'?",
        ],
    ),
    (
        "activities.yml",
        "  executors: [cabinet, mia, moj, mfa, scfwcp, mlspp, sms]\n",
        "  ¦executor: [cabinet, mia, moj, mfa, scfwcp, mlspp, sms]\n",
        [
            "activities.yml «- ¦number: \"13.1.1\"»: 'executors' is missing; add it to this record",
            "{0}: unknown key 'executor'. Did you mean 'executors'?",
        ],
    ),
    (
        "activities.yml",
        "executors: [cabinet, mia, moj, mfa, scfwcp, mlspp, sms]",
        "executors: ¦[]",
        ["{0}: 'executors' is an empty list; name at least one"],
    ),
    (
        "activities.yml",
        "executors: [cabinet, mia, moj, mfa, scfwcp, mlspp, sms]",
        "executors: ¦cabinet",
        ["{0}: 'executors' must be a list: lines that start with '- ', or [a, b]"],
    ),
    (
        "activities.yml",
        "executors: [cabinet, mia, moj, mfa, scfwcp, mlspp, sms]",
        "executors:¦",
        ["{0}: 'executors' is empty; write a value, or remove the key"],
    ),
    (
        "agencies.yml",
        "  kind: ministry",
        "  kind: ¦Ministry!",
        ["{0}: 'kind': an id is up to 64 small letters, digits and single hyphens, such as 'mia'"],
    ),
    (
        "agencies.yml",
        "- id: caa",
        "- id: ¦con",
        [
            "activities.yml «scc, ¦caa»: no agency 'caa' in agencies.yml. Add it there, or name one that is there.",
            "{0}: 'id': 'con' is reserved by file systems; choose another",
            "reports/2014.yml «without: [¦caa»: "
            "no agency 'caa' in agencies.yml. Add it there, or name one that is there.",
        ],
    ),
    (
        "agencies.yml",
        "kind: ministry",
        "kind: ¦minister",
        ["{0}: no kind 'minister' in vocabulary.yml. Did you mean 'ministry'?"],
    ),
    (
        "agencies.yml",
        'collective: "yes"',
        "collective: ¦maybe",
        ["{0}: 'collective': write yes or no"],
    ),
    (
        "agencies.yml",
        "source: presstv-2015-12-14",
        "source: ¦press-tv",
        ["{0}: no source 'press-tv' in sources.yml. Add it there, or name one that is there."],
    ),
    (
        "agencies.yml",
        'from: "2015-12-14"',
        'from: ¦"2015-02-30"',
        ["{0}: 'from': a date is a real day written year-month-day, such as '2030-12-31'"],
    ),
    (
        "agencies.yml",
        "aliases: [MIA, police",
        "aliases: [MIA, ¦p\u043elice",
        ["{0}: 'aliases': 'p\u043elice' mixes Cyrillic and Latin letters that look alike; type it again"],
    ),
    (
        "periods.yml",
        'start: "2014", end: "2016"',
        'start: ¦"2016", end: "2014"',
        ["{0}: the period starts in 2016, after its end in 2014"],
    ),
    (
        "periods.yml",
        'start: "2014", end: "2016"',
        'start: ¦"14", end: "2016"',
        ["{0}: 'start': a year is four digits, such as '2030', or with a quarter: '2030-Q2'"],
    ),
    (
        "periods.yml",
        'start: "2014", end: "2016"',
        'start: "2014"',
        ['periods.yml «label: ¦"2014-2016"»: the label prints [2014, 2016], but the period is 2014'],
    ),
    (
        "periods.yml",
        'recurring: "yes"',
        'recurring: ¦"yes", end: "2018"',
        ["{0}: a recurring period has no years; remove 'start' and 'end', and years in 'label'"],
    ),
    (
        "sections.yml",
        'section: "3"',
        'section: ¦"33"',
        ["{0}: no section '33' in sections.yml. Did you mean '3'?"],
    ),
    (
        "recommendations.yml",
        "agency: bar",
        "agency: ¦bra",
        ["{0}: no agency 'bra' in agencies.yml. Did you mean 'bar'?"],
    ),
    (
        "recommendations.yml",
        '"13.3.3-13.3.5"',
        '¦"13.3.3-13.3.55"',
        [
            'recommendations.yml «items: ¦["13.1.1", "13.1.7", "13.2.5"»: the text of the Note prints '
            "[13.1.1, 13.1.7, 13.2.5, 13.3.3-13.3.5, 13.3.7-13.3.9, 13.6.1, 13.8.1]; type 'items' the same",
            "{0}: no activity '13.3.55' in activities.yml. Did you mean '13.3.5'?",
        ],
    ),
    (
        "recommendations.yml",
        '"13.3.3-13.3.5"',
        '"13.3.3"',
        [
            'recommendations.yml «items: ¦["13.1.1", "13.1.7", "13.2.5"»: the text of the Note prints '
            "[13.1.1, 13.1.7, 13.2.5, 13.3.3-13.3.5, 13.3.7-13.3.9, 13.6.1, 13.8.1]; type 'items' the same"
        ],
    ),
    (
        "decree.yml",
        'date_document: "2014-07-24"',
        'date_document: ¦"2014-07-25"',
        ["{0}: 'date_document' says 25 July 2014, but the order prints “Baku city, July 24, 2014”"],
    ),
    (
        "decree.yml",
        "source: order-667",
        "source: ¦order-666",
        ["{0}: no source 'order-666' in sources.yml. Did you mean 'order-667'?"],
    ),
    (
        "sources.yml",
        "address: https://presstv.ir",
        "address: ¦javascript://presstv.ir",
        ["{0}: 'address': an address is https:// and a plain host name, such as 'https://example.org/page'"],
    ),
    (
        "sources.yml",
        "file: order-667.txt",
        "file: ¦../decree.yml",
        ["{0}: 'file': a copy is a .txt file named in small letters, digits and hyphens, such as 'order-12.txt'"],
    ),
    (
        "vocabulary.yml",
        "id: involved",
        "id: ¦helper",
        ["{0}: 'id' must be 'executive', 'involved' or 'recommended'"],
    ),
]
