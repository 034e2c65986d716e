"""Places that need no proof: the countries of the world, their capitals, and cities that datelines name alone."""

from __future__ import annotations

_COUNTRIES = """
afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh
barbados belarus belgium belize benin bhutan bolivia bosnia botswana brazil brunei bulgaria burundi cambodia
cameroon canada chad chile china colombia comoros congo croatia cuba cyprus czechia denmark djibouti dominica
ecuador egypt eritrea estonia eswatini ethiopia fiji finland france gabon gambia georgia germany ghana greece
grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy
jamaica japan jordan kazakhstan kenya kiribati kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya
liechtenstein lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius mexico
micronesia moldova monaco mongolia montenegro morocco mozambique myanmar namibia nauru nepal netherlands nicaragua
niger nigeria norway oman pakistan palau palestine panama paraguay peru philippines poland portugal qatar romania
russia rwanda samoa senegal serbia seychelles singapore slovakia slovenia somalia spain sudan suriname sweden
switzerland syria taiwan tajikistan tanzania thailand togo tonga tunisia turkey turkmenistan tuvalu uganda ukraine
uruguay uzbekistan vanuatu venezuela vietnam yemen zambia zimbabwe
"""
_LONGER = """
united states|united kingdom|united arab emirates|saudi arabia|south africa|south korea|north korea|new zealand
sri lanka
costa rica|el salvador|czech republic|dominican republic|burkina faso|cape verde|ivory coast|sierra leone|south sudan
papua new guinea|north macedonia|san marino|hong kong|equatorial guinea|timor-leste|vatican city|puerto rico|gaza strip
abu dhabi|addis ababa|buenos aires|cape town|den haag|the hague|new delhi|new york|new york city|los angeles
san francisco
washington d.c|kuala lumpur|guatemala city|panama city|mexico city|kuwait city|quezon city|rio de janeiro|são paulo
sao paulo
san josé|san jose|san juan|san salvador|santo domingo|tel aviv|ho chi minh city|phnom penh|port-au-prince|port louis
port moresby|porto-novo|st. petersburg|saint petersburg|st. louis|tegucigalpa|ulaanbaatar|windhoek|yaoundé|las vegas
"""
_CITIES = """
abidjan abuja accra algiers amman amsterdam ankara antananarivo ashgabat asmara astana asunción athens baghdad baku
bamako bangkok bangui banjul basel beijing beirut belfast belgrade berlin bern bishkek bogota bogotá brasilia
brasília bratislava brazzaville bridgetown brussels bucharest budapest bujumbura cairo canberra caracas chisinau
colombo conakry copenhagen dakar damascus dhaka dili dodoma doha dublin dushanbe freetown frankfurt gaborone gaza
geneva georgetown hamburg hanoi harare havana helsinki honiara islamabad istanbul jakarta jerusalem juba kabul
kampala karachi kathmandu khartoum kyiv kiev kigali kingston kinshasa köln lahore libreville lilongwe lima lisbon
ljubljana lomé london luanda lusaka madrid male malabo managua manama manila maputo maseru mbabane milan minsk
mogadishu monrovia montevideo montreal moroni moscow mumbai munich münchen muscat nairobi nassau naypyidaw ndjamena
niamey nicosia nouakchott nuuk osaka oslo ottawa ouagadougou paris peshawar podgorica prague praia pretoria pristina
putrajaya pyongyang quito rabat ramallah reykjavik riga riyadh rome roseau sanaa santiago sarajevo seoul shanghai
singapore skopje sofia stockholm strasbourg stuttgart sucre suva sydney taipei tallinn tashkent tbilisi tehran
thimphu tirana tokyo toronto tripoli tunis vaduz valletta vienna wien vientiane vilnius warsaw washington wellington
yangon yerevan zagreb zurich zürich atlanta boston chicago dallas denver detroit houston miami philadelphia phoenix
seattle honolulu davos bonn düsseldorf leipzig dresden lyon marseille nice barcelona chennai kolkata hyderabad
bengaluru bangalore delhi lucknow patna jaipur ahmedabad pune srinagar quetta rawalpindi lagos kano johannesburg
durban melbourne brisbane perth auckland vancouver calgary edinburgh glasgow cardiff manchester birmingham liverpool
dubai jeddah mecca sharjah
"""
KNOWN_PLACES: frozenset[str] = frozenset(
    (
        *_COUNTRIES.split(),
        *_CITIES.split(),
        *(name.strip() for row in _LONGER.strip().splitlines() for name in row.split("|")),
    )
)
