"""The commonest small words of each language: articles, pronouns, prepositions, auxiliaries."""

from __future__ import annotations

STOP_WORD_LISTS: dict[str, str] = {
    "en": """
        the a an and or but if of to in on at by for from with without about into over after before between through
        during against under is are was were be been being am has have had having do does did will would shall
        should can could may might must not no nor he she it they we you i him her them us me his hers its their
        theirs our ours your yours my mine this that these those who whom whose which what when where why how as
        than then so such there here also just only very more most less least own same other another some any each
        every all both few many much up down out off again once while because until said says say since though
        although too now one two
    """,
    "de": """
        der die das den dem des ein eine einer eines einem einen und oder aber wenn von zu zum zur in im an am auf
        bei für mit ohne über nach vor zwischen durch während gegen unter ist sind war waren sein gewesen wird
        werden wurde wurden worden hat haben hatte hatten kann können konnte soll sollen sollte muss müssen will
        wollen nicht kein keine er sie es wir ihr ich ihm ihn ihnen uns euch mich mir sich seine seiner seinen ihre
        ihrer ihren unser dieser diese dieses diesem diesen jener wer was welche welcher wo wann warum wie als dann
        so auch nur sehr mehr schon noch aus bis seit weil dass ob da hier dort sowie man doch etwa damit dabei laut
    """,
    "fr": """
        le la les l un une des du de d et ou mais si à au aux en dans sur par pour avec sans sous chez vers entre
        depuis pendant contre est sont était étaient être été a ont avait avaient avoir eu fait faire peut doit ne
        pas plus non il elle ils elles on nous vous je tu lui leur leurs eux se sa son ses ma mon mes notre nos
        votre vos ce cet cette ces qui que quoi dont où quand comment pourquoi comme ainsi aussi très moins encore
        déjà même tout tous toute toutes autre autres après avant lors selon car donc n s qu c y
    """,
    "es": """
        el la los las un una unos unas de del al y e o u pero si en con sin por para sobre entre desde hasta hacia
        contra durante según tras es son era eran ser sido fue fueron está están estaba estar ha han había haber no
        ni él ella ellos ellas nosotros usted ustedes yo tú lo le les se me te nos su sus mi mis este esta estos
        estas ese esa esos que quien quienes cual cuando donde cómo como porque también muy más menos ya todo todos
        toda todas otro otra otros otras así aunque mientras sino cada
    """,
    "pt": """
        o a os as um uma uns umas de do da dos das no na nos nas ao à aos às e ou mas se em com sem por pelo pela
        pelos pelas para sobre entre desde até contra durante segundo após é são era eram ser sido foi foram está
        estão estava estar tem têm tinha ter há não nem ele ela eles elas nós você vocês eu lhe me te seu sua seus
        suas meu minha este esta estes estas esse essa isso que quem qual quando onde como porque também muito mais
        menos já todo todos toda todas outro outra outros outras assim ainda num numa
    """,
    "it": """
        il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla dai
        dalle in nel nella nei nelle su sul sulla sui sulle con per tra fra e ed o ma se non è sono era erano essere
        stato stata stati ha hanno aveva avere fatto lui lei loro noi voi io tu si ci vi mi ti suo sua suoi sue mio
        mia questo questa questi queste quello quella che chi cui quale quando dove come perché anche molto più meno
        già tutto tutti tutta tutte altro altri altra altre così dopo prima durante secondo contro senza
    """,
    "nl": """
        de het een en of maar als van te in op aan bij voor door met zonder over na tussen tijdens tegen onder naar
        uit tot om is zijn was waren wordt worden werd werden heeft hebben had hadden kan kunnen kon zou zouden moet
        moeten wil zal zullen niet geen hij zij ze wij we jullie ik hem haar hen hun ons mij me zich onze dit dat
        deze die wie wat welke waar wanneer waarom hoe dan dus ook alleen zeer meer meest nog al er toen omdat
        terwijl volgens sinds
    """,
    "tr": """
        ve veya ile bir bu şu o da de ki için gibi kadar daha en çok az ama ancak fakat değil mi mı mu mü ne nasıl
        neden kim hangi her tüm bütün bazı hiç olan olarak oldu olduğu olduğunu olacak var yok ise sonra önce göre
        karşı üzerine tarafından arasında içinde dedi ben sen biz siz onlar onun bunun kendi diye hem ya bile artık
        şimdi yeni eden etti edildi yapılan yaptığı ifade
    """,
    "sv": """
        och i att det som en på är av för med till den har de inte om ett han men var jag från vi så kan när år
        under också efter eller nu där vid mot ska skulle kommer ut får finns vara hade alla hon mycket dem detta
        dess än vilket över mellan sedan sin sina sitt blev bli blir säger enligt utan här
    """,
    "da": """
        og i at det som en på er af for med til den har de ikke om et han men var jeg fra vi så kan når år under
        også efter eller nu der ved mod skal ville vil kommer ud får være havde alle hun meget dem dette end over
        mellem siden sin sine sit blev bliver siger ifølge uden her hvor hvad denne
    """,
    "no": """
        og i at det som en på er av for med til den har de ikke om et han men var jeg fra vi så kan når år under
        også etter eller nå der ved mot skal ville vil kommer ut får være hadde alle hun mye dem dette enn over
        mellom siden sin sine sitt ble blir sier ifølge uten her hvor hva denne opp
    """,
    "fi": """
        ja on ei että se oli hän ovat mutta myös kun joka jos niin kuin mukaan tai ole sen vain olla nyt noin jo
        ollut sitä vuoden vielä ennen kanssa sekä jälkeen siitä mitä eivät tämä tämän jotka hänen voi olisi pitää
        kertoo sanoo
    """,
    "pl": """
        i w na z się do nie to jest że o za po od przez dla jak ale co już tak lub są było był była być ma może tym
        tego który która które oraz przed jego jej ich także tylko roku by ze przy czy jednak pod nad między został
        została
    """,
    "cs": """
        a v na se je že to s z do o ve pro za by po si jako ale podle jsou od nebo jeho při byl bylo byla také který
        která které tak už jen však mezi ze před roku další může když aby než jsem
    """,
    "hu": """
        a az és hogy nem is egy van meg ez de csak már még volt mint el ki be lesz vagy azt ezt ha után szerint
        lehet mert között minden amely aki ami pedig majd így azonban során
    """,
    "ro": """
        și în de la cu pe a că din nu se care pentru o un au este fost ale sunt mai dar sau prin după către ca ce
        cei lui lor fi am iar acest această între dintre doar când
    """,
    "id": """
        yang dan di ke dari untuk dengan pada ini itu dalam tidak akan juga adalah oleh sebagai ada telah bisa kata
        karena saat mereka kami kita saya ia dia tersebut menjadi lebih para sudah hanya atau bahwa setelah seperti
        antara
    """,
    "ms": """
        yang dan di ke dari untuk dengan pada ini itu dalam tidak akan juga adalah oleh sebagai ada telah boleh kata
        kerana beliau mereka kami kita saya dia tersebut lebih bagi turut daripada ialah berkata antara
    """,
    "sw": """
        na ya wa kwa ni katika za la kuwa cha hii huo huyo hiyo kama baada lakini pia au bila yake wake alisema hilo
        ambao ambayo hao zaidi sana kila moja watu
    """,
    "vi": """
        và của là có trong cho được với các không một những này đã người để khi từ đến tại theo cũng về như sẽ vào
        ra
    """,
    "ca": """
        el la els les un una de del dels i o però que en amb sense per al als és són era ha han havia no ni ell ella
        ells aquest aquesta aquests seva seu seus més molt també com quan on entre fins des segons
    """,
    "tl": """
        ang ng sa na mga ay at si ni para kay hindi ito niya siya nila sila kung din rin may mula dahil noong pa
        lang
    """,
}
