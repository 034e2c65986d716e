"""Lines of page furniture in many languages: each stands alone on its line, lower case, digits and marks off.

What a page prints around its stories is much the same everywhere. A line is furniture only where the whole of it
stands here (or matches a pattern of `furniture.py`): a sentence that merely holds such words is text.
"""

from __future__ import annotations

SHARE = """
share|share this|share this article|share this story|share this post|share this page|share article|share story
share via|share on facebook|share on twitter|share on x|share on linkedin|share on whatsapp|share by email
share with friends|share on|share to|share full article|share save|shares|save share|share options|share link
copy link|copied|link copied|copy url|copy link to clipboard|copied to clipboard|facebook|twitter|linkedin|whatsapp
pinterest|reddit|telegram|tumblr|flipboard|email|e-mail|mail|messenger|pocket|instagram|youtube|tiktok|threads
bluesky|mastodon|x|print|print article|print this article|print this|print page|email this|email this article
email article|email a friend|send email|tweet|tweet this|post on x|post|pin it|sms|line|viber|xing|snapchat|gab
gettr|truth|short url|permalink|bookmark|save|save article|save story|save this story|save for later|read later
gift article|gift this article|gift|listen|comment|comments|view comments|show comments|like|likes|love|reactions
copy|more|rss|threema|skype|weibo|wechat|vk|bookmark this|teilen|artikel teilen|auf facebook teilen
auf twitter teilen|auf x teilen|per e-mail teilen|per mail teilen|drucken|artikel drucken|seite drucken|merken
artikel merken|link kopieren|kopieren|vorlesen|versenden|per mail versenden|auf whatsapp teilen|bei facebook teilen
bei twitter teilen|teilen sie dies mit|speichern|empfehlen|weiterempfehlen|feedback|artikel anhören|beitrag teilen
artikel versenden|per whatsapp teilen|auf linkedin teilen|partager|partagez|partager l'article|partager cet article
partager sur facebook|partager sur twitter|imprimer|enregistrer|envoyer|envoyer par email|copier le lien|sauvegarder
commenter|réagir|écouter|écouter l'article|offrir|offrir l'article|partager sur x|partager sur linkedin
partager sur whatsapp|partager par mail|lire plus tard|compartir|comparte|compartir en facebook|compartir en twitter
compartir en x|compartir en whatsapp|imprimir|guardar|enviar|enviar por correo|copiar enlace|copiar link|comentar
escuchar|guardar artículo|compartir artículo|correo|compartilhar|compartilhe|partilhar|partilhe|copiar o link|salvar
ouvir|compartilhar notícia|enviar por email|condividi|condividi su facebook|condividi su twitter
condividi su whatsapp|stampa|salva|copia link|invia|ascolta|delen|deel|deel dit artikel|deel artikel|afdrukken
bewaren|opslaan|kopieer link|luister|paylaş|paylas|yazdır|kaydet|dela|dela artikeln|dela på facebook|spara|lyssna
skriv ut|del|del artikel|del artiklen|del på facebook|jaa|jaa artikkeli|tallenna|udostępnij|podziel się|drukuj
sdílet|sdílejte článek|sdílejte|uložit|megosztás|distribuie|bagikan|komentar|поделиться|сохранить|распечатать
поширити|シェア|シェアする|ツイート|ポスト|印刷|保存|記事を印刷|共有|分享|打印|مشاركة|شارك|शेयर करें
"""

FOLLOW = """
follow|follow us|follow us on|follow us on facebook|follow us on twitter|follow us on instagram|follow us on x
following|follow author|follow this author|follow topic|unfollow|follow us on google news|get alerts|notify me
get notified|add us on google|add as preferred source|preferred source|add as a preferred source on google
join whatsapp channel|join our whatsapp channel|join our telegram channel|follow live|folgen|folgen sie uns
folgen sie uns auf|thema folgen|suivre|suivez-nous|nous suivre|suivez nous|abonné|síguenos|síguenos en|seguir
siga-nos|segui|seguici|seguici su|volg ons|volg|bizi takip edin|takip et|följ|følg|seuraa|obserwuj|sledovat
подписаться|подписывайтесь|フォローする|フォロー
"""

ADVERTISEMENT = """
advertisement|advertisements|advertising|ad|ads|sponsored|sponsored content|sponsored stories|paid content|promoted
promoted content|promoted stories|story continues below advertisement|story continues below|article continues below
article continues after advertisement|article continues after ad|continue reading below
continues below advertisement|advertisement - scroll to continue|scroll to continue|story continues after this ad
paid post|skip ad|skip advertisement|continue reading the main story|report this ad|report ad|close ad|after ad
from our partners|partner content|promo|anzeige|werbung|anzeigen|advertorial|weiter nach der anzeige
artikel wird unten fortgesetzt|sponsored post|publicité|annonce|la suite après la publicité
la suite après cette publicité|publicidad|anuncio|anuncios|publicidade|publicidades|continua após a publicidade
pubblicità|contenido patrocinado|contenuto sponsorizzato|annunci|advertentie|reclame|reklam|reklama|annons|annonser
artikkelen fortsetter under annonsen|artikeln fortsätter under annonsen|mainos|hirdetés|publicitate|artikel lanjutan
iklan|реклама|広告|pr|スポンサーリンク|广告|إعلان|विज्ञापन
story continues|story continued below|article continued below|content continues below|text continues below
weiter geht es nach der anzeige|hier geht es weiter|sigue leyendo|continua a leggere dopo la pubblicità
artikel geht unten weiter|artikel wird nach der werbung fortgesetzt
"""

SIGN_UP = """
sign up|sign up now|sign up for free|sign up for our newsletter|subscribe|subscribe now|subscribe today|newsletter
newsletters|subscribe to our newsletter|sign up to our newsletter|get our newsletter|join now|join us|register
register now|register for free|create account|create an account|create free account|sign in|log in|login|log out
logout|sign out|my account|account|already a subscriber|already a member|already have an account|subscriber only
subscribers only|for subscribers|premium|exclusive|members only|become a member|support us|donate|donate now
support our journalism|start your free trial|free trial|unlock this article|continue reading|enter your email
your email|email address|your email address|e-mail address|submit|send|ok|accept|accept all|agree|reject all|close
cancel|dismiss|got it|try it free|view offers|see offers|privacy policy|terms of use|terms of service|terms
terms and conditions|cookie policy|cookie settings|manage cookies|privacy settings|privacy|contact us|contact
about us|about|advertise|advertise with us|careers|jobs|help|faq|site map|sitemap|accessibility|imprint|anmelden
registrieren|abonnieren|newsletter abonnieren|jetzt abonnieren|jetzt anmelden|jetzt testen|abo|abos|einloggen|konto
mein konto|e-paper|epaper|zum abo|plus|jetzt lesen|jetzt registrieren|abmelden|weiterlesen mit|nur für abonnenten
impressum|datenschutz|datenschutzerklärung|agb|kontakt|nutzungsbedingungen|barrierefreiheit|hilfe|mediadaten
s'abonner|abonnez-vous|se connecter|connexion|s'inscrire|inscription|je m'abonne|réservé aux abonnés
article réservé aux abonnés|mentions légales|contactez-nous|mon compte|déjà abonné|suscríbete|suscribirse
iniciar sesión|regístrate|registrarse|suscripción|aviso legal|política de privacidad|assine|assinar|entrar
cadastre-se|exclusivo|solo para suscriptores|abbonati|accedi|registrati|iscriviti|abonneer|abonneren|inloggen
aanmelden|giriş yap|abone ol|üye ol|logga in|prenumerera|bli prenumerant|log ind|logg inn|abonnér|bli abonnent
kirjaudu|tilaa|zaloguj się|prenumerata|přihlásit|předplatné|belépés|előfizetés|войти|подписка|регистрация|увійти
ログイン|会員登録|無料会員登録|登录|注册|تسجيل الدخول
"""

NAVIGATION = """
home|menu|search|search for|close menu|open menu|main menu|main navigation|navigation|skip to content
skip navigation|skip to main content|skip to navigation|toggle navigation|breadcrumb|breadcrumbs|back to top|top
to top|scroll to top|news|latest|latest news|breaking news|breaking|world|politics|business|sport|sports|opinion
opinions|entertainment|lifestyle|culture|technology|tech|science|health|travel|education|environment|climate|weather
economy|markets|money|national|local|local news|international|regional|metro|city|crime|courts|video|videos|photos
gallery|podcasts|podcast|live|tv|radio|games|crossword|puzzles|obituaries|classifieds|events|magazine|archive
archives|sections|all sections|more news|top stories|more stories|home page|homepage|edition|change edition
us edition|uk edition|next|previous|prev|next article|previous article|next story|previous story|next post
previous post|older posts|newer posts|back|loading|loading…|please wait|show more|show less|see more|see all
view all|view more|load more|expand|collapse|read less|show all|more from|select|choose|open|go|filter|sort by
slideshow|start slideshow|view gallery|open gallery|click here|news in brief|editorial|editorials|columns|columnists
analysis|features|interview|feature|fact check|explainer|review|startseite|politik|wirtschaft|gesellschaft|kultur
wissen|wissenschaft|panorama|meinung|ausland|inland|lokales|suche|suchen|menü|menü schließen|nach oben|zurück
zur startseite|nachrichten|mehr|mehr anzeigen|alle anzeigen|schließen|weiter|ratgeber|gesundheit|reise|auto|digital
technik|netzwelt|österreich|deutschland|schweiz|drobečková navigace|accueil|politique|économie|société|monde
recherche|rechercher|fermer|voir plus|voir tout|retour|retour en haut|suivant|précédent|inicio|portada|política
economía|sociedad|mundo|cultura|deportes|opinión|buscar|cerrar|ver más|ver todo|siguiente|anterior|volver|início
economia|esportes|opinião|pesquisar|fechar|ver mais|cronaca|politica|esteri|cerca|chiudi|vai al contenuto|successivo
precedente|nieuws|zoeken|sluiten|binnenland|buitenland|economie|meer|terug|volgende|vorige|anasayfa|gündem|dünya
ekonomi|spor|ara|hem|nyheter|meny|sök|åsikter|ledare|forside|nyheder|indland|udland|søg|luk|hjem|søk|etusivu|uutiset
haku|valikko|kotimaa|ulkomaat|strona główna|wiadomości|polityka|szukaj|kraj|świat|domácí|zahraniční|ekonomika|hledat
zprávy|kezdőlap|belföld|külföld|главная|новости|политика|экономика|общество|поиск|в мире|головна|новини|トップ
ニュース|社会|政治|経済|国際|スポーツ|検索|メニュー|首页|新闻|国际|搜索|الرئيسية|أخبار|होम
"""

MEDIA = """
play|pause|mute|unmute|play video|watch|watch video|watch now|watch live|watch the video|listen now
listen to article|listen to this article|listen to story|listen to this story|audio|play audio|pause audio
transcript|fullscreen|full screen|exit full screen|settings|playback speed|image|photo|photos|picture|image caption
image source|photo credit|show caption|hide caption|toggle caption|enlarge image|view image|open image|zoom
image gallery|photo gallery|video|related video|video player|your browser does not support the audio element
your browser does not support video|video unavailable|this is a modal window|skip|replay|up next|now playing
current time|duration|remaining time|embed|bild|bilder|foto|fotos|vergrößern|bild vergrößern|fotostrecke
bildergalerie|zur galerie|video abspielen|abspielen|bild anzeigen|audio anhören|vollbild|ton an|ton aus|zum video
image principale|agrandir l'image|lecture|vidéo|diaporama|imagen|imágenes|galería|reproducir|ver video|ampliar
imagem|galeria|assista|fotogallery|guarda il video|foto's|bekijk video|galeri|videoyu izle|bild 1|se video|se bilder
katso video|zobacz zdjęcia|galeria zdjęć|fotogalerie|фото|видео|смотреть видео|写真|動画|画像|拡大|写真を拡大する
図片|button|iframe|script|embedded content|external content|map|chart|graphic|infographic|infobox image
"""

RELATED = """
related|related articles|related stories|related content|related news|related topics|related posts|related reading
related links|related coverage|related story|related article|related items|more on this|more on this story|more on
more on this topic|more on the topic|read more|read more on|read also|also read|read next|see also|also see
suggested|suggested stories|don't miss|dont miss|must read|in this story|in this article|next up|up next
keep reading|continue reading|read on|further reading|explore more|explore|links|external links|read the full story
full coverage|the big story|essential reading|more to read|more to explore|more coverage|mehr zum thema|mehr dazu
mehr lesen|mehr aus|mehr von|lesen sie auch|lesen sie mehr|lesen sie mehr zum thema|lies auch|weitere themen
passend dazu|passend zum thema|zum thema|verwandte themen|weiterlesen|jetzt lesen|themen|aus dem archiv|hintergrund
aktuell|lesetipps|lesen sie jetzt|à lire aussi|lire aussi|à lire|à voir aussi|lire la suite|sur le même sujet
sur le même thème|articles liés|à ne pas manquer|voir aussi|dossier|à découvrir|lea también|lee también|leer más
noticias relacionadas|artículos relacionados|relacionadas|relacionados|más información|más sobre|ver también|más en
leia também|leia mais|veja também|saiba mais|notícias relacionadas|matérias relacionadas|últimas notícias
leggi anche|leggi di più|articoli correlati|notizie correlate|approfondimenti|leggi tutto|lees ook|lees meer
meer over|gerelateerd|gerelateerde artikelen|ook interessant|ilgili haberler|benzer haberler|ayrıca okuyun|läs också
läs även|läs mer|relaterat|fler artiklar|läs også|læs også|læs mere|relaterede artikler|les også|les mer
flere nyheter|lue myös|lue lisää|aiheesta lisää|czytaj także|czytaj też|czytaj więcej|zobacz także|zobacz również
zobacz też|przeczytaj także|čtěte také|související|související témata|související články|další zprávy
kapcsolódó cikkek|kapcsolódó|citește și|vezi și|baca juga|berita terkait|artikel terkait|lihat juga|читайте также
по теме|ещё по теме|материалы по теме|читайте також|関連記事|あわせて読みたい|関連ニュース|こちらも読む|相关阅读
相关新闻|اقرأ أيضا|اقرأ أيضاً|مواضيع ذات صلة|यह भी पढ़ें|संबंधित खबरें|関連リンク|related tags|previous next
similar articles|similar stories|more by this author|more from this author|more from author|up to date
table of contents|contents|on this page|jump to|in this guide|auf dieser seite|inhalt|inhaltsverzeichnis|sommaire|índice
lest auch|lest hier mehr|lesen sie hier mehr|lesen sie dazu auch|mehr zu diesem thema|mehr zu diesem artikel
mehr über dieses thema|passend zum artikel|weiterführende links|weiterführende artikel|weitere informationen
weitere infos|mehr informationen|mehr infos|zum weiterlesen|audio und video zum thema|video zum thema|links zum thema
externe links|dossier zum thema|die redaktion empfiehlt|related reads|related reporting
read our complete coverage|read our full coverage|see our full coverage|more on the story
more on the issue|go deeper|dig deeper|learn more|what to read next|also in the news|also in this series
in case you missed it|elsewhere on the site|voir également|lire également|pour aller plus loin|aller plus loin
en savoir plus|à lire ensuite|à consulter|nos derniers articles|para saber más|más sobre el tema|más de este tema
te recomendamos leer|sigue leyendo|para leer más|no dejes de leer|leer también|lea además|para saber mais
sobre o mesmo tema|leia mais sobre o assunto|mais sobre este assunto|per approfondire|per saperne di più
sullo stesso argomento|lees verder|meer over dit onderwerp|meer lezen|bu konuda|konuyla ilgili|mer om ämnet
les mer om saken|læs mere om|więcej na ten temat|przeczytaj też|více k tématu|mohlo by vás zajímat|k tématu
"""

ELSEWHERE = """
most read|most popular|most viewed|most shared|most commented|most recent|popular|popular stories|popular posts
popular now|trending|trending now|trending stories|trending news|trending articles|trending topics|top news
top headlines|headlines|latest stories|latest articles|latest videos|recent posts|recent articles|recent stories
recent news|recent comments|more headlines|more news|in other news|other news|other stories|today's headlines
today's top stories|featured|featured stories|featured articles|you may also like|you might also like|you may like
you might be interested in|you may be interested in|recommended|recommended for you|recommended stories
recommended articles|recommended reading|recommends|stories for you|for you|from the web|around the web
more from the web|you may have missed|sponsored links|sponsored headlines|top picks|picked for you|editors' picks
editor's picks|editors picks|editor's choice|what to read next|in case you missed it|icymi|today's picks|must reads
the latest|newest|partner stories|recently published|discover more|more stories|more stories like this one
more like this|more in this section|more from this section|meistgelesen|meistgelesene artikel|meist gelesen
meistgeklickt|am häufigsten gelesen|neueste artikel|neueste|aktuelle nachrichten|empfehlungen|empfohlen
empfehlungen der redaktion|empfehlungen für sie|unsere empfehlungen|top-themen|topthemen|top artikel|beliebt
beliebteste artikel|das könnte sie auch interessieren|das könnte sie interessieren
das könnte dich auch interessieren|weitere artikel|weitere nachrichten|weitere meldungen|mehr meldungen
mehr nachrichten|das neueste|ähnliche artikel|ähnliche beiträge|verwandte artikel|am beliebtesten|auch interessant
les plus lus|le plus lu|plus d'articles|articles similaires|nos recommandations|recommandé|recommandé pour vous
en continu|dernières actualités|dernières infos|l'actualité en continu|dans la même rubrique|más leídas|lo más leído
lo más visto|más noticias|te puede interesar|también te puede interesar|le puede interesar|te recomendamos
recomendados|últimas noticias|lo último|destacados|no te pierdas|mais lidas|mais lidos|mais notícias
você pode gostar|recomendadas|i più letti|più letti|ultime notizie|ti potrebbe interessare|potrebbe interessarti
da non perdere|meest gelezen|aanbevolen|meer nieuws|çok okunanlar|en çok okunanlar|son haberler|diğer haberler
ilginizi çekebilir|mest läst|mest lästa|senaste nytt|rekommenderat|mest læste|seneste nyt|mest lest|siste nytt
luetuimmat|uusimmat|najczęściej czytane|najnowsze|polecane|nejčtenější|doporučujeme|mohlo by vás zajímat
legolvasottabb|ajánlott|cele mai citite|terpopuler|terkini|pilihan editor|самое читаемое|популярное|рекомендуем
главные новости|おすすめ|おすすめ記事|人気記事|アクセスランキング|ランキング|新着記事|推荐阅读|热门|الأكثر قراءة
our picks|our top stories|top stories right now|stories to read next|more top stories|top stories this hour
popular videos|most watched|watch more|latest video|more videos|latest from the web|stories that matter
recommended videos|what others are reading|what people are reading|people also read|readers also liked
other articles|other posts|more articles|more posts|similar posts|similar news|top reads|top trending|trending videos
you may have missed these|mehr aus dem ressort|mehr aus diesem ressort|mehr aus der rubrik|mehr artikel|weitere beiträge
neueste beiträge|neueste nachrichten|neueste meldungen|aktuelle artikel|aktuelle meldungen|aktuelle videos|top videos
beliebte artikel|beliebte beiträge|beliebteste videos|heute wichtig|heute meistgelesen|das interessiert andere leser
weitere videos|weitere top-themen|weitere news|unsere highlights|unsere besten texte|die besten geschichten
articles récents|articles populaires|derniers articles|les plus consultés|les plus partagés|à la une|autres articles
plus d'actualités|vidéos|les dernières vidéos|otras noticias|más vistas|lo más reciente|más contenido
noticias recientes|artículos recientes|posts recentes|mais vistas|notícias recentes|veja mais notícias
articoli recenti|più visti|notizie più lette|laatste nieuws|populair|populaire artikelen|son dakika haberleri
popüler haberler|mest populärt|mest sett|nyeste artikler|ostatnie artykuły|popularne|nejnovější články
další články z rubriky|legfrissebb|articole recente|berita terbaru|berita populer|последние новости|другие новости
"""

TAGS = """
tags|tag|topics|topic|keywords|filed under|categories|category|posted in|in this series|people in this story
key topics|explore topics|explore more on these topics|more about|schlagwörter|schlagworte|stichwörter|stichworte
themen|tags zum artikel|mehr zu diesem thema|mots-clés|mots clés|thèmes|sur les mêmes thèmes|etiquetas|temas
palabras clave|más sobre este tema|palavras-chave|assuntos|tópicos|argomenti|parole chiave|tag correlati|trefwoorden
onderwerpen|etiketler|ämnen|taggar|emner|aiheet|tagi|tematy|témata|štítky|címkék|etichete|topik|теги|タグ|キーワード
トピックス|标签
"""

COMMENTS = """
comments|comment|reader comments|readers' comments|readers comments|comments section|user comments|view comments
add comment|add a comment|leave a comment|leave a reply|leave comment|post a comment|post comment|write a comment
write comment|have your say|join the conversation|join the discussion|start the conversation|conversation|discussion
discuss|your comments|your comment|replies|responses|reply|what do you think|what's your view
be the first to comment|no comments|no comments yet|comments are closed|comments closed|comments are off
show comments|all comments|the comments|read comments|see comments|view all comments|load comments
load more comments|most recent comments|top comments|newest comments|comment on this story|comment on this article
comment policy|sort by newest|facebook comments|disqus|kommentare|kommentar|leserkommentare|kommentare anzeigen
alle kommentare|kommentar schreiben|kommentar verfassen|kommentar hinterlassen|kommentieren|schreibe einen kommentar
schreiben sie einen kommentar|hinterlasse einen kommentar|schreib einen kommentar|kommentar abgeben
kommentar hinzufügen|kommentar veröffentlichen|diskussion|diskutieren sie mit|mitdiskutieren|diskutieren
keine kommentare|antworten|antwort|antwort hinterlassen|hinterlasse eine antwort|meinungen|ihre meinung
ihr kommentar|dein kommentar|forum|leserbriefe|leserstimmen|schreibe den ersten kommentar|lesermeinungen
leserreaktionen|neueste zuerst|älteste zuerst|zu den kommentaren|kommentare lesen|kommentare zum artikel|das könnte
commentaires|commentaire|laisser un commentaire|laissez un commentaire|ajouter un commentaire|vos commentaires
vos réactions|réactions|réagissez|répondre|poster un commentaire|publier un commentaire|écrire un commentaire
les commentaires|tous les commentaires|aucun commentaire|comentarios|comentario|deja un comentario
dejar un comentario|deja una respuesta|añadir comentario|escribe un comentario|publicar un comentario
ver comentarios|responder|comentários|comentário|deixe um comentário|deixe uma resposta|escreva um comentário
deixe seu comentário|envie seu comentário|commenti|commento|lascia un commento|scrivi un commento|invia commento
tutti i commenti|rispondi|reacties|reactie|reageer|plaats een reactie|geef een reactie|laat een reactie achter
yorumlar|yorum|yorum yap|yorum yaz|yorum ekle|kommentarer|lämna en kommentar|skriv en kommentar|kommentera|kommentér
legg igjen en kommentar|skriv kommentar|kommentit|kommentoi|jätä kommentti|komentarze|komentarz|dodaj komentarz
skomentuj|zostaw komentarz|napisz komentarz|odpowiedz|diskuze|komentáře|přidat komentář|odpovědět|vložit komentář
hozzászólások|hozzászólás|vélemény|szólj hozzá|comentarii|lasă un răspuns|adaugă comentariu|komentar
tinggalkan komentar|tulis komentar|kirim komentar|комментарии|комментарий|оставить комментарий|обсуждение
добавить комментарий|коментарі|залишити коментар|コメント|コメントを書く|コメントする|返信|评论|发表评论|التعليقات
تعليقات|اترك تعليقا|टिप्पणी
"""

FORM = """
sie haben einen fehler gefunden|fehler gefunden|fehler melden|found an error|found a mistake|report an error
report a typo|see an error|spotted an error|suggest a correction|une erreur|signaler une erreur|reportar un error
report error
reply|antworten|answer|répondre|responder|rispondi|löschen|antwortenlöschen|delete|report|report abuse
report comment|flag|melden|kommentar melden|edit|bearbeiten|name|your name|website|web site|cancel reply
antwort abbrechen|submit comment|post comment|upvote|downvote|vote up|vote down|thumbs up|thumbs down|like|dislike
gefällt mir|loading|liken|lade|show replies|hide replies|view replies|view reply|translate|link|permalink|quote
zitieren|share|load more|newest|oldest|best|sort by|newest first|oldest first|most liked|top rated
characters remaining|minimum characters|email|e-mail|e-mail-adresse|comment|kommentar|required|pflichtfeld
pflichtfelder|save my name, email, and website in this browser for the next time i comment
your email address will not be published|required fields are marked|deine e-mail-adresse wird nicht veröffentlicht
erforderliche felder sind mit markiert|notify me of new posts by email|notify me of follow-up comments by email
notify me of new comments via email|subscribe to comments with rss|log in to reply|log in to leave a comment
melde dich an, um einen kommentar abzugeben|you must be logged in to post a comment|log in to comment|mehr anzeigen
weiterlesen|read more|mehr lesen|subscribe|trackback|pingback|trackbacks|pingbacks|antworten anzeigen
weitere antworten
"""

KEY_POINTS = """
key points|key point|key takeaways|takeaways|at a glance|in brief|in short|highlights|story highlights
article highlights|summary|ai summary|ai generated summary|ai-generated summary|quick read|the gist|what to know
what you need to know|things to know|the main points|main points|essentials|bullet points|tl;dr|tldr|synopsis
article summary|quick summary|das wichtigste in kürze|das wichtigste|in kürze|auf einen blick|kurz gesagt
zusammenfassung|darum geht's|kurzfassung|die wichtigsten punkte|überblick|l'essentiel|en bref|points clés
les points clés|résumé|ce qu'il faut savoir|puntos clave|lo esencial|claves|las claves|en resumen|resumen
pontos-chave|em resumo|resumo|em síntese|destaques|in sintesi|in breve|punti chiave|i punti chiave|in het kort
samengevat|de kern|özet|öne çıkanlar|i korthet|kort fortalt|det viktigaste|sammanfattning|resumé|kort sagt
oppsummert|tiivistelmä|lyhyesti|w skrócie|najważniejsze|shrnutí|stručně|главное|коротко|кратко|要点|まとめ|ポイント
"""

ABOUT = """
about the author|about the authors|about the writer|about author|meet the author|more about the author|author
written by|contributor|contributors|reporter|zum autor|über den autor|über die autorin|zur autorin|zur person
der autor|die autorin|autor|autorin|autoren|à propos de l'auteur|sobre el autor|sobre a autora|sobre o autor
l'autore|over de auteur|yazar hakkında|om forfatteren|om skribenten|o autorze|o autorovi|об авторе
この記事を書いた人|著者
"""

ENDS = """
all rights reserved|copyright|about us|contact us|contact|impressum|datenschutz|privacy policy|terms of use
terms of service|terms and conditions|cookie policy|imprint|mentions légales|aviso legal|site map|sitemap
advertise with us|our network|follow us on|company|legal|footer|site index|site information navigation|back to top
nach oben|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados
tutti i diritti riservati|impresszum
"""
