"""Stories in languages of all kinds keep their whole text, their headline, their day and their language."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from pages import page, story

DAY = dt.date(2025, 3, 4)
STORIES = {
    "de": (
        "Alte Brücke wegen Rissen gesperrt", "Dienstag, 4. März 2025, 14.30 Uhr",
        "Ingenieure haben die alte Brücke über den Fluss gesperrt, nachdem sie in zwei Pfeilern Risse gefunden hatten.",
        "Die Bürgermeisterin sagte, der Verkehr werde über die nördliche Straße geführt, bis alles repariert sei.",
    ),
    "es": (
        "Cierran el viejo puente por grietas", "4 de marzo de 2025",
        "Los ingenieros han cerrado el viejo puente sobre el río tras encontrar grietas en dos de sus pilares.",
        "La alcaldesa dijo a los periodistas que el tráfico irá por la carretera del norte hasta que se repare.",
    ),
    "fr": (
        "Le vieux pont fermé pour des fissures", "Publié le 4 mars 2025 à 14h30",
        "Les ingénieurs ont fermé le vieux pont sur la rivière après avoir trouvé des fissures dans deux piliers.",
        "La maire a dit aux journalistes que la circulation passera par la route du nord jusqu'à la réparation.",
    ),
    "pt": (
        "Ponte velha fechada por causa de fissuras", "4 de março de 2025",
        "Os engenheiros fecharam a ponte velha sobre o rio depois de encontrarem fissuras em dois dos pilares.",
        "A presidente da câmara disse aos jornalistas que o trânsito vai pela estrada do norte até às obras.",
    ),
    "it": (
        "Chiuso il vecchio ponte per le crepe", "4 marzo 2025, 14:30",
        "Gli ingegneri hanno chiuso il vecchio ponte sul fiume dopo avere trovato delle crepe in due piloni.",
        "La sindaca ha detto ai giornalisti che il traffico passerà dalla strada del nord fino alle riparazioni.",
    ),
    "nl": (
        "Oude brug dicht vanwege scheuren", "dinsdag 4 maart 2025",
        "Ingenieurs hebben de oude brug over de rivier gesloten nadat zij in twee pijlers scheuren hadden gevonden.",
        "De burgemeester zei tegen verslaggevers dat het verkeer over de noordelijke weg gaat tot alles klaar is.",
    ),
    "tr": (
        "Eski köprü çatlaklar nedeniyle kapatıldı", "04 Mart 2025 Salı 14:30",
        "Mühendisler iki ayakta çatlak bulduktan sonra nehrin üzerindeki eski köprüyü kapattı, dedi belediye meclisi.",
        "Belediye başkanı gazetecilere onarım bitene kadar trafiğin kuzeydeki yoldan akacağını söyledi.",
    ),
    "ar": (
        "إغلاق الجسر القديم بعد ظهور تشققات", "الثلاثاء ٤ مارس ٢٠٢٥",
        "أغلق المهندسون الجسر القديم فوق النهر بعد أن عثروا على تشققات في اثنتين من دعاماته، حسبما أعلن المجلس.",
        "وقالت رئيسة البلدية للصحفيين إن حركة المرور ستسلك الطريق الشمالي حتى انتهاء أعمال الإصلاح كلها.",
    ),
    "hi": (
        "पुल में दरारें मिलने के बाद यातायात बंद", "4 मार्च 2025",
        "नगर परिषद ने मंगलवार को कहा कि इंजीनियरों ने दरारें मिलने के बाद नदी पर बने पुराने पुल को बंद कर दिया है।",
        "महापौर ने पत्रकारों से कहा कि मरम्मत पूरी होने तक यातायात उत्तरी सड़क से जाएगा और इसमें समय लगेगा।",
    ),
    "ur": (
        "داراڑوں کے بعد پرانا پل بند", "4 مارچ 2025",
        "شہر کی کونسل نے منگل کو بتایا کہ انجینئروں نے ستونوں میں داراڑیں ملنے کے بعد پرانا پل بند کر دیا ہے۔",
        "میئر نے صحافیوں کو بتایا کہ مرمت مکمل ہونے تک ٹریفک شمالی سڑک سے گزرے گی اور اس میں وقت لگے گا۔",
    ),
    "zh": (
        "工程師關閉河上的舊橋", "2025年3月4日 14:30",
        "市議會週二表示，工程師在兩座橋墩發現裂縫後，已關閉河上的舊橋，車輛不得通行。",
        "市長對記者說，在修復完成之前，車輛必須改走北邊的道路。沒有人知道需要多久。",
    ),
    "ja": (
        "ひび割れで古い橋が通行止め", "2025年3月4日 14:30",
        "市議会は火曜日、二本の橋脚にひび割れが見つかったため、川にかかる古い橋を通行止めにしたと発表した。",
        "市長は記者団に対し、修理が終わるまで車は北側の道路を通ることになると述べた。期間は分からない。",
    ),
    "ru": (
        "Старый мост закрыли из-за трещин", "4 марта 2025, 14:30",
        "Инженеры закрыли старый мост через реку после того, как нашли трещины в двух опорах, сообщил совет города.",
        "Мэр сказала журналистам, что движение пойдёт по северной дороге, пока не закончится ремонт моста.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", STORIES)
def test_a_story_keeps_text_headline_day_and_language(tmp_path: Path, language: str) -> None:
    head, stamp, *body = STORIES[language]
    found = story(page(head, stamp, *body), tmp_path)
    assert (found.headline, found.language) == (head, language)
    assert found.paragraphs == tuple(body)
    assert found.when.day == DAY


@pytest.mark.parametrize("language", STORIES)
def test_a_headline_stands_below_an_explicit_date(tmp_path: Path, language: str) -> None:
    head, _, *body = STORIES[language]
    found = story(f" date 2025-03-04\n{page(head, *body)}", tmp_path)
    assert (found.headline, found.when.day, found.paragraphs) == (head, DAY, tuple(body))


@pytest.mark.parametrize("language", STORIES)
def test_a_headline_stands_behind_an_explicit_date(tmp_path: Path, language: str) -> None:
    head, _, *body = STORIES[language]
    found = story(f" date 2025-03-04 {page(head, *body)}", tmp_path)
    assert (found.headline, found.when.day, found.paragraphs) == (head, DAY, tuple(body))


def test_a_japanese_sentence_announces_a_list_without_a_colon(tmp_path: Path) -> None:
    head, stamp, *body = STORIES["ja"]
    listed = ["通行止めになった道路は次のとおり。", "北町：一号線、二号線", "南町：三号線", "東町：四号線、五号線"]
    found = story(page(head, stamp, "シェア", *body, *body[::-1], *listed, "関連記事"), tmp_path)
    assert found.paragraphs[-len(listed) :] == tuple(listed)
