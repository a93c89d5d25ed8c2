"""Edits that break a rule of the plan, its text or its reports."""

EXECUTORS = "executors: [cabinet, mia, moj, mfa, scfwcp, mlspp, sms]"
INVOLVED = "executors: [mia, higher-education]\n  involves: [ngos]"

# the fact, the file, what stands there, the edit (¦ marks the place of message {0}), the messages
RULES: list[tuple[str, str, str, str, list[str]]] = [
    (
        "a cell names the bodies of its activity",
        "activities.yml",
        EXECUTORS,
        "executors: [cabinet, ¦moh, moj, mfa, scfwcp, mlspp, sms]",
        [
            "{0}: the cell prints “Ministry of Internal Affairs, The Ministry of Justice, [...]” here, not 'moh'; "
            "write 'mia'"
        ],
    ),
    (
        "bodies stand in printed order",
        "activities.yml",
        EXECUTORS,
        "executors: [cabinet, mia, moj, mfa, scfwcp, ¦sms, mlspp]",
        [
            "{0}: the cell prints “Ministry of Labor and Social Protection of Population, [...]” here, not 'sms'; "
            "write 'mlspp'"
        ],
    ),
    (
        "no body that a cell names is left out",
        "activities.yml",
        EXECUTORS,
        "executors: [cabinet, mia, moj, mfa, scfwcp, mlspp]",
        [
            "activities.yml «executors: ¦>-\n      The Cabinet»: "
            "the cell also prints “State Migration Service”; write 'sms'"
        ],
    ),
    (
        "bodies after the marker are involved, not executive",
        "activities.yml",
        INVOLVED,
        "executors: [mia, higher-education, ¦ngos]",
        ["{0}: 'ngos' is printed as one of the 'involves'; move it there"],
    ),
    (
        "bodies before the marker are executive, not involved",
        "activities.yml",
        INVOLVED,
        "executors: [mia]\n  involves: [¦higher-education, ngos]",
        ["{0}: 'higher-education' is printed as one of the 'executors'; move it there"],
    ),
    (
        "every spelling is printed somewhere",
        "agencies.yml",
        "spellings: [Ministry of Health]",
        "spellings: [Ministry of Health, ¦Health Ministry]",
        ["{0}: the source never prints “Health Ministry”; remove it, or type it as printed"],
    ),
    (
        "every body is named by the table or a Note",
        "agencies.yml",
        "- id: moj\n",
        "- id: ¦parliament\n  name: Milli Mejlis\n  kind: government\n  spellings: [Milli Mejlis]\n\n- id: moj\n",
        ["{0}: no activity and no Note names 'parliament'; use it in activities.yml, or remove it"],
    ),
    (
        "no two bodies share a spelling",
        "agencies.yml",
        "spellings: [Ministry of Health]",
        "spellings: [Ministry of Health, ¦ministry of justice]",
        [
            "agencies.yml «spellings: [¦Ministry of Justice]»: the source never prints “Ministry of Justice”; "
            "remove it, or type it as printed",
            "{0}: 'moj' has the name “ministry of justice” too; one name, one body",
        ],
    ),
    (
        "no alias of a body is the name of another",
        "agencies.yml",
        "aliases: [MIA, police,",
        "aliases: [¦Ministry of Justice, police,",
        [
            "agencies.yml «name: ¦Ministry of Justice»: "
            "'mia' has the name “Ministry of Justice” too; one name, one body",
            "agencies.yml «spellings: [¦Ministry of Justice»: "
            "'mia' has the name “Ministry of Justice” too; one name, one body",
        ],
    ),
    (
        "the name of a body is one of its spellings, or a note says why",
        "agencies.yml",
        "name: Ministry of Health",
        "name: ¦Ministry of Healing",
        ["{0}: the name is none of the spellings; type it as one of them, or say why in 'note'"],
    ),
    (
        "the period of an activity is the printed one",
        "activities.yml",
        '  period: "2014-2016"\n',
        '  period: ¦"2015"\n',
        ["{0}: the period is '2015', but the cell prints “2014-2016”"],
    ),
    (
        "the label of a period prints its years",
        "periods.yml",
        'start: "2014", end: "2016"',
        'start: "2014", end: "2017"',
        ['periods.yml «label: ¦"2014-2016"»: the label prints [2014, 2016], but the period is 2014 to 2017'],
    ),
    (
        "a recurring period has no year in its label",
        "periods.yml",
        '{id: "2015", label: "2015", start: "2015", end: "2015"}',
        '{id: "2015", label: "2015", recurring: ¦yes}',
        ["{0}: a recurring period has no years; remove 'start' and 'end', and years in 'label'"],
    ),
    (
        "every period is that of some activity",
        "periods.yml",
        "- {id: regular,",
        '- {id: ¦"2019", label: "2019", start: "2019", end: "2019"}\n- {id: regular,',
        ["{0}: no activity has the period '2019'; use it in activities.yml, or remove it"],
    ),
    (
        "a section has the number of its paragraphs",
        "sections.yml",
        '- number: "2"\n',
        '- number: "22"\n',
        [
            'sections.yml «number: ¦"2.1"»: 2.1 stands in section 22, but belongs to 2',
            'sections.yml «number: ¦"2.2"»: 2.2 stands in section 22, but belongs to 2',
            'sections.yml «number: ¦"2.3"»: 2.3 stands in section 22, but belongs to 2',
            'sections.yml «number: ¦"3"»: 3 stands after 22; put the numbers in order',
        ],
    ),
    (
        "groups belong to sections in order",
        "sections.yml",
        'section: "3"',
        'section: "4"',
        [
            "sections.yml «heading: Prevention of trafficking in human beings and strengthening its prophylaxis\n"
            '      section: ¦"4"»: group 13.1 belongs to section 4; this one comes after it'
        ],
    ),
    (
        "a Note begins with the name of the body that it recommends",
        "recommendations.yml",
        "agency: bar",
        "agency: ¦supreme-court",
        [
            "agencies.yml «id: ¦bar»: no activity and no Note names 'bar'; use it in activities.yml, or remove it",
            "{0}: the Note begins “The Bar Association of the Republic of Azerbaijan to [...]”, "
            "not with a name of 'supreme-court'",
        ],
    ),
    (
        "a range does not run backwards",
        "recommendations.yml",
        '"13.3.3-13.3.5"',
        '¦"13.3.5-13.3.3"',
        [
            "recommendations.yml «items: ¦[»: the text of the Note prints "
            "[13.1.1, 13.1.7, 13.2.5, 13.3.3-13.3.5, 13.3.7-13.3.9, 13.6.1, 13.8.1]; type 'items' the same",
            "{0}: the range “13.3.5-13.3.3” runs backwards; put the lower number first",
        ],
    ),
    (
        "a link called verbatim shares the words",
        "activities.yml",
        '{paragraph: "4.3", how: close}',
        '{paragraph: "4.3", how: ¦verbatim}',
        ["{0}: only 54% of the activity's words stand in 4.3 in this order; write close"],
    ),
    (
        "the date of the order is the printed one",
        "decree.yml",
        'date_document: "2014-07-24"',
        'date_document: ¦"2014-08-24"',
        ["{0}: 'date_document' says 24 August 2014, but the order prints “Baku city, July 24, 2014”"],
    ),
    (
        "the place of the order is the printed one",
        "decree.yml",
        "place: Baku city",
        "place: ¦Ganja city",
        ["{0}: 'place' says 'Ganja city', but the order prints “Baku city, July 24, 2014”"],
    ),
    (
        "a name from elsewhere has a date",
        "agencies.yml",
        '- {text: Ministry of Transport, to: "2017-02-13", source',
        "- ¦{text: Ministry of Transport, source",
        ["{0}: a dated name needs 'from', 'to' or 'by'"],
    ),
    (
        "a name that began on a day needs no other day",
        "agencies.yml",
        '{text: Ministry of Education, to: "2022-07-28"',
        '{text: Ministry of Education, from: "2013-04-22", ¦by: "2014-07-24"',
        ["agencies.yml «by: ¦\"2014-07-24\"»: the name has 'from'; remove 'by'"],
    ),
    (
        "help speaks of every contact in each language",
        "help.yml",
        "    - id: police\n      name: Police\n      text: The call centre of the police.\n"
        "      more:\n        - We do not know at what hours it answers.\n",
        "",
        [
            "help.yml «police: Police, or perhaps police\n  contacts:\n    ¦-»: "
            "'en' does not speak of 'police'; add '- id: police' with its words",
        ],
    ),
    (
        "help has the same sentences in each language",
        "help.yml",
        "    - Bu nömrələrin heç birinə zəng etməmişik.\n",
        "",
        [
            "help.yml «  about:\n    ¦- Bu sayt»: 'about' has 2 sentences; "
            "say here what the 3 of 'en' say, one for one",
        ],
    ),
    (
        "a number stands in the words of its source",
        "contacts.yml",
        '"562-21-12"',
        '¦"562-21-13"',
        ["{0}: the quote does not print 562-21-13; type it as printed"],
    ),
    (
        "the words with a number stand in the copy, where there is one",
        "contacts.yml",
        'quote: "Duty Service: (+99412) 590-20-49"',
        'quote: ¦"Duty Office: (+99412) 590-20-49"',
        ["{0}: the copy of 'order-667' does not print this; type it as printed"],
    ),
    (
        "the source of a contact says on which day it was seen",
        "sources.yml",
        '  address: https://www.insanalveri.gov.az/?/en/menu/49/\n  as_of: "2026-11-28"\n',
        "  address: https://www.insanalveri.gov.az/?/en/menu/49/\n",
        [
            "contacts.yml «sources: [¦order-667]»: "
            "the source 'order-667' gives a contact; add the day you saw it, 'as_of'"
        ],
    ),
    (
        "a word of the glossary has a meaning",
        "glossary.yml",
        "  see: human-trafficking\n",
        "",
        ["glossary.yml «¦id: thb»: 'thb' needs one of 'text' and 'see'"],
    ),
    (
        "no word of the glossary leads back to itself",
        "glossary.yml",
        "  see: human-trafficking\n",
        "  see: ¦thb\n",
        ["{0}: 'thb' leads back to itself; write 'text' in one of them"],
    ),
    (
        "what a word of the glossary quotes is printed",
        "glossary.yml",
        "    - forced labor\n",
        "    - ¦forced labour\n",
        ["{0}: the order and the plan do not print “forced labour”; type it as printed"],
    ),
    (
        "each word of the glossary stands on some page",
        "glossary.yml",
        "- id: osce\n",
        "- id: ¦quango\n  term: quango\n  text: A body that nobody here speaks of.\n- id: osce\n",
        ["{0}: no page uses 'quango'; remove it, or use it"],
    ),
    (
        "our texts use one wording for one thing",
        "topics.yml",
        "summary: Activities that speak of women.",
        "summary: ¦Activities that speak of people at risk.",
        ["{0}: “people at risk” stands here; write “potential victim”, as the glossary has it ('potential-victim')"],
    ),
    (
        "what people type leads somewhere",
        "search.yml",
        "- id: shelter\n  asks: [shelter]\n",
        "- id: shelter\n",
        [
            "search.yml «- ¦id: shelter\n  words»: 'shelter' leads nowhere; "
            "add 'asks' with words of our pages, or 'help: yes'"
        ],
    ),
    (
        "a source is a copy or an address",
        "sources.yml",
        '  as_of: "2026-11-22"\n- id: moscow',
        "- id: moscow",
        ["sources.yml «id: ¦presstv»: a source needs 'file' and 'sha256', or 'address' and 'as_of'"],
    ),
    (
        "the order has a copy to be proven against",
        "decree.yml",
        "source: order-667",
        "source: presstv-2015-12-14",
        ["sources.yml «- ¦id: presstv»: the source of the order needs a copy: add 'file' and 'sha256'"],
    ),
    (
        "involved bodies are marked by words that are printed",
        "vocabulary.yml",
        "involving: [by involving]",
        "involving: [by involving, ¦with the help of]",
        ["{0}: no cell prints “with the help of”; remove it, or type it as printed"],
    ),
    (
        "a quote stands in the report word for word",
        "reports/2014.yml",
        "quote: 24 victims were provided with jobs,",
        "quote: ¦24 victims were given jobs,",
        [
            "{0}: report-2014.txt does not print this; type it as printed, errors included",
            "data/sources/report-2014.txt:57:1: no quote in data/reports/2014.yml holds the number 24 of "
            "“…reintegration period . 24 victims were provided…”; add a fact that does",
            "data/sources/report-2014.txt:57:1: no quote in data/reports/2014.yml holds the number 35 of "
            "“…provided with jobs, 35 of them were sent to…”; add a fact that does",
        ],
    ),
    (
        "a quote stands in one place only",
        "reports/2014.yml",
        "      The specific feature of the third National Action Plan from previous ones is that it is much more "
        "comprehensive\n      and overwhelming.\n",
        "      trafficking in human beings\n",
        [
            "reports/2014.yml «quote: ¦>-\n      trafficking in human beings\n»: "
            "report-2014.txt prints this 53 times; quote more, so that it is one",
            "data/sources/report-2014.txt:19:1: no quote in data/reports/2014.yml holds the number third of "
            "“…specific feature of the third National Action Plan…”; add a fact that does",
        ],
    ),
    (
        "a number is the one that the quote prints",
        "reports/2014.yml",
        "{id: sentenced, label: traffickers sentenced, unit: persons, value: 21}",
        "¦{id: sentenced, label: traffickers sentenced, unit: persons, value: 2}",
        ["{0}: the quote does not print “2” for 'sentenced'; type it as printed, errors included"],
    ),
    (
        "a number is typed as often as it is printed",
        "reports/2014.yml",
        "study abroad, unit: requests, value: 333}",
        "study abroad, unit: requests, value: 256}",
        [
            "reports/2014.yml «- ¦{id: calls_marriage»: the quote does not print “256” again for 'calls_marriage'; "
            "type it as printed, errors included"
        ],
    ),
    (
        "a figure is a value, a list or a blank",
        "reports/2014.yml",
        'blank: "yes", printed: —}',
        'value: 0, blank: "yes", printed: —}',
        [
            "reports/2014.yml «- ¦{id: potential_medical»: "
            "the figure 'potential_medical' needs one of 'value', 'items' and 'blank: yes'"
        ],
    ),
    (
        "a blank says what is printed in its place",
        "reports/2014.yml",
        'blank: "yes", printed: —}',
        "blank: ¦yes}",
        ["{0}: write in 'printed' what the report prints in place of the number"],
    ),
    (
        "a body is named as the report prints it",
        "reports/2014.yml",
        "printed: Ministry of Youth and Sport,",
        "printed: ¦Ministry of Youth and Sports,",
        ["{0}: the quote does not print “Ministry of Youth and Sports”; type it as printed, errors included"],
    ),
    (
        "a legal act has its date",
        "reports/2014.yml",
        '    category: law\n    date: "2014-02-06"\n',
        "    category: law\n",
        ["reports/2014.yml «- ¦id: decision-37»: a legal act needs its 'date'"],
    ),
    (
        "a date stands in the quote, or a note says where",
        "reports/2014.yml",
        'date: "2014-09-17"',
        'date: ¦"2014-09-18"',
        ["{0}: the quote does not print 18 September 2014; correct the date, or say in 'note' where it is printed"],
    ),
    (
        "a statement bears on an activity or a paragraph",
        "reports/2014.yml",
        '      - paragraph: "9.2"\n',
        '      - ¦paragraph: "9.2"\n        activity: "13.7.1"\n',
        ["{0}: a relation needs one of 'activity' and 'paragraph'"],
    ),
    (
        "a statement bears on an activity once",
        "reports/2014.yml",
        '      - activity: "13.4.5"\n        how: reported\n        why: The activity asks for courses in new trades',
        '      - ¦activity: "13.2.8"\n        how: reported\n        why: The activity asks for courses in new trades',
        ["{0}: the fact already relates to 13.2.8; make one relation of the two"],
    ),
    (
        "a headline is a figure of the report",
        "reports/2014.yml",
        "headlines: [victims, accused,",
        "headlines: [¦victms, accused,",
        ["{0}: no figure 'victms' in this report. Did you mean 'victims'?"],
    ),
    (
        "the bars of a chart have one unit",
        "reports/2014.yml",
        "values: [accused, wanted, arrested, sentenced]",
        "values: ¦[accused, wanted, arrested, criminal_cases]",
        ["{0}: the figures of a chart need one unit; these have persons, cases"],
    ),
    (
        "a claim names figures of the report",
        "reports/2014.yml",
        "expression: accused_women + accused_men == accused",
        "expression: ¦accused_women + accused_man == accused",
        ["{0}: no figure 'accused_man' in this report. Did you mean 'accused_men'?"],
    ),
    (
        "a claim is a comparison",
        "reports/2014.yml",
        "expression: accused_women + accused_men == accused",
        "expression: ¦accused_women + accused_men",
        [
            "{0}: 'expression': an expression compares two sums of named values with == or <=, "
            "such as 'women + men == all'"
        ],
    ),
    (
        "a claim is a sum and nothing else",
        "reports/2014.yml",
        "expression: accused_women + accused_men == accused",
        "expression: ¦accused_women ** accused_men == accused",
        ["{0}: 'accused_women ** accused_men' is no sum; use names, whole numbers, + - * and brackets"],
    ),
    (
        "a claim calls nothing",
        "reports/2014.yml",
        "expression: accused_women + accused_men == accused",
        "expression: ¦accused_women (accused_men) == accused",
        ["{0}: 'accused_women (accused_men)' is no sum; use names, whole numbers, + - * and brackets"],
    ),
    (
        "a claim with ways of counting says where the number goes",
        "reports/2014.yml",
        "expression: counted == state_bodies",
        "expression: ¦state_bodies == state_bodies",
        ["{0}: the claim has ways of counting; write 'counted' where the number goes"],
    ),
    (
        "a claim checks a figure",
        "reports/2014.yml",
        "expression: counted == state_bodies",
        "expression: ¦counted == 26",
        ["{0}: a claim checks numbers of its report; name one of its figures"],
    ),
    (
        "the words of a claim hold no number",
        "reports/2014.yml",
        "question: Do the kinds of crime make all the criminal facts?",
        "question: ¦Do the kinds of crime make all 105 criminal facts?",
        ["{0}: write this without the number 105; the arithmetic shows it"],
    ),
    (
        "an odd place is quoted word for word",
        "errata.yml",
        "quote: 6.4 It is envisaged",
        "quote: ¦6.4. It is envisaged",
        ["{0}: order-667.txt does not print this; type it as printed, errors included"],
    ),
    (
        "the year of a report is the name of its file",
        "reports/2014.yml",
        "agency: mia\nsummary",
        'agency: mia\n¦year: "2014"\nsummary',
        ["{0}: the name of the file, 2014.yml, says the year; remove 'year'"],
    ),
    (
        "a report has a copy",
        "reports/2014.yml",
        "  file: report-2014.txt\n  sha256: 32db5bfd2ee9af34d78ee1baf089f91040c6645afee87ff270bd5d826f9fe688\n",
        "",
        ["reports/2014.yml «source:\n  ¦id»: the source of a report needs a copy: add 'file' and 'sha256'"],
    ),
    (
        "the program knows each role by its id",
        "vocabulary.yml",
        "  - id: involved\n    label: Involved\n    heading: Involved\n"
        "    phrase: as an involved body\n"
        "    meaning: Named after the words “by involving”.\n",
        "",
        ["vocabulary.yml «roles:\n  ¦- id»: 'roles': the list needs a record with the id 'involved'"],
    ),
]
