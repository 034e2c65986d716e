"""Exports of news databases, written for the tests in the layouts that the databases have: two stories in each."""

from __future__ import annotations

HEADLINES = ("Old bridge over the Tarn is closed", "Late frost destroys cherries")
BODIES = (
    (
        "Engineers have closed the old bridge over the Tarn after they found cracks in two pillars, the council said.",
        "The mayor, Lena Orvik, told reporters that traffic would go by the northern road until the repairs are done.",
        "Nobody could say how long that would take. The engineers spoke of two years, shopkeepers of ruin before that.",
    ),
    (
        "A late frost has destroyed most of the cherry blossom in the valley, growers said after a night outdoors.",
        "Temperatures fell to minus six degrees before dawn, and neither candles nor sprinklers could save the buds.",
    ),
)
_ONE, _TWO = ("\n\n".join(body) for body in BODIES)

NEXIS_OLD = f"""\



Download Request: Select Items: 1-2
Time Of Request: Friday, June 05, 2020  16:51:31

Terms: (bridge or frost)


                               1 of 2 DOCUMENTS



                           The Tarn Courier (Orvik)

                             March 4, 2020 Wednesday
                                  Edition 1;
                                 Final Edition

{HEADLINES[0]}

BYLINE: Lena Quill

SECTION: NEWS; Pg. 3

LENGTH: 355 words

DATELINE: ORVIK

HIGHLIGHT: Traffic goes by the northern road.

{_ONE}

LOAD-DATE: March 6, 2020

LANGUAGE: ENGLISH

GRAPHIC: The bridge at dawn. Photograph: Pavel Rudd

PUBLICATION-TYPE: Newspaper


                     Copyright 2020 Tarn Courier Limited
                              All Rights Reserved

                               2 of 2 DOCUMENTS



                               The Valley Gazette

                             May 2, 2020 Saturday

{HEADLINES[1]}

LENGTH: 120 words


{_TWO}

LOAD-DATE: May 3, 2020

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper; Web Publication

                         Copyright 2020 Valley Gazette
                              All Rights Reserved
"""

NEXIS_NEW = f"""\
User Name: A. Reader
Date and Time: Friday, June 5, 2020 4:51:00 PM CET
Job Number: 123456789
Documents (2)
1. {HEADLINES[0]}
Client/Matter: -None-
Search Terms: bridge or frost
2. {HEADLINES[1]}
Client/Matter: -None-
Search Terms: bridge or frost
{HEADLINES[0]}
The Tarn Courier (Orvik)
March 4, 2020 Wednesday
Final Edition
Copyright 2020 Tarn Courier Limited All Rights Reserved
Section: NEWS; Pg. 3
Length: 355 words
Byline: By Lena Quill
Dateline: ORVIK
Highlight: Traffic goes by the northern road.
Body

{_ONE}

Graphic
The bridge at dawn. Photograph: Pavel Rudd

Classification

Language: ENGLISH
Publication-Type: Newspaper
Subject: BRIDGES (90%); ROADS (78%)
Load-Date: March 6, 2020

End of Document
{HEADLINES[1]}
The Valley Gazette
May 2, 2020 Saturday 10:15 AM GMT
Copyright 2020 Valley Gazette All Rights Reserved
Length: 120 words
Body

{_TWO}

Load-Date: May 3, 2020

End of Document
"""

FACTIVA_CODES = f"""\
SE\tNews
HD\t{HEADLINES[0]}
BY\tBy Lena Quill
WC\t355 words
PD\t4 March 2020
ET\t10:15
SN\tThe Tarn Courier (Orvik)
SC\tTARNCO
ED\tFinal
PG\t3
LA\tEnglish
CY\tCopyright 2020. Tarn Courier Limited. All rights reserved.
LP\t
{BODIES[0][0]}

TD\t
{BODIES[0][1]}

{BODIES[0][2]}

NS\tgtran : Transport
PUB\tTarn Courier Limited
AN\tDocument TARNCO0020200304eg340000a

HD\t{HEADLINES[1]}
WC\t120 words
PD\t2 May 2020
SN\tThe Valley Gazette
SC\tVALGAZ
LA\tEnglish
CY\t(c) 2020 Valley Gazette
LP\t
{BODIES[1][0]}

TD\t
{BODIES[1][1]}

AN\tDocument VALGAZ0020200502eg520000b

Search Summary
Text\tbridge or frost
© 2020 Factiva, Inc. All rights reserved.
"""

FACTIVA_ARTICLES = f"""\
News
{HEADLINES[0]}
By Lena Quill
355 words
4 March 2020
10:15
The Tarn Courier (Orvik)
TARNCO
Final
3
English
Copyright 2020. Tarn Courier Limited. All rights reserved.

{BODIES[0][0]}

{BODIES[0][1]}

Page 1 of 2 © 2020 Factiva, Inc. All rights reserved.

{BODIES[0][2]}

Document TARNCO0020200304eg340000a

{HEADLINES[1]}
120 words
2 May 2020
The Valley Gazette
VALGAZ
English
(c) 2020 Valley Gazette

{_TWO}

Document VALGAZ0020200502eg520000b

Search Summary
Page 2 of 2 © 2020 Factiva, Inc. All rights reserved.
"""

PROQUEST = f"""\
____________________________________________________________

Report Information from ProQuest
05 June 2020 10:11
____________________________________________________________

Document 1 of 2

{HEADLINES[0]}

Author: Quill, Lena

Publication info: The Tarn Courier (Orvik) ; Orvik (NO) [Orvik (NO)]04 Mar 2020: 3.

http://search.proquest.example/docview/123?accountid=1

Abstract: Cracks were found.

Links: http://resolver.example/1

Full text: {_ONE}

Subject: Bridges; Roads

Location: Orvik Norway

People: Orvik, Lena

Title: {HEADLINES[0]}

Publication title: The Tarn Courier (Orvik)

First page: 3

Publication year: 2020

Publication date: Mar 4, 2020

Section: News

Place of publication: Orvik (NO)

Language of publication: English

ProQuest document ID: 123

Document URL: http://search.proquest.example/docview/123?accountid=1

Copyright: (Copyright (c) 2020 Tarn Courier)

Last updated: 2020-03-06

Database: ProQuest Central

____________________________________________________________

Document 2 of 2

{HEADLINES[1]}

Publication info: The Valley Gazette ; Marn [Marn]02 May 2020.

Full text: {_TWO}

Title: {HEADLINES[1]}

Publication title: The Valley Gazette

Publication year: 2020

ProQuest document ID: 124

Last updated: 2020-05-03

____________________________________________________________

Contact ProQuest

Copyright © 2020 ProQuest LLC. All rights reserved.
"""

NEWSBANK = f"""\
{HEADLINES[0]}
The Tarn Courier (Orvik) - March 4, 2020
Author/Byline: Lena Quill
Edition: Final
Section: News
Page: 3A
Readability: 8-12 grade level (Lexile: 1210)

{_ONE}

Caption: The bridge at dawn
Index terms: BRIDGES, ROADS
Record Number: 2003040012
Copyright (c) 2020 The Tarn Courier. All Rights Reserved.
OpenURL Link
https://infoweb.newsbank.example/resources/doc/nb/news/1

Paper: The Valley Gazette
Title: {HEADLINES[1]}
Date: May 2, 2020
Section: Farm
Page: 1

{_TWO}

Record Number: 2005020003
Copyright (c) 2020 Valley Gazette
"""

EXPORTS = {
    "Nexis, older": NEXIS_OLD,
    "Nexis Uni": NEXIS_NEW,
    "Factiva, by codes": FACTIVA_CODES,
    "Factiva, as articles": FACTIVA_ARTICLES,
    "ProQuest": PROQUEST,
    "NewsBank": NEWSBANK,
}
