-- Names as newspapers spell them: those between two bars are one name, so that whoever looks for Mohamed Salah finds محمد صلاح, too.
-- Only queries are widened; stories keep their words. A word of its own in English (said, hope) is not in the list.

create function search_name(spellings text) returns setof search_names
    language sql stable
as $$
with words as (
    select distinct x.lexeme
    from regexp_split_to_table(spellings, ' ') s (spelling)
    -- Joined or not: Elsisi, Alsisi; El-Sisi loses its article in the analysis.
    cross join unnest(array['', 'el', 'al']) article
    cross join lateral unnest(to_tsvector('public.search_english', public.search_fold(article || s.spelling))) x
    where article = '' or s.spelling ~ '^[a-z]{4}'
),
whole as (
    select search_any(quote_literal(lexeme)::tsquery) as words, array_agg(lexeme order by lexeme) as lexemes
    from (select lexeme from words order by lexeme) ordered
)
select w.lexeme, whole.words, whole.lexemes
from words w
cross join whole
$$;

insert into search_names (lexeme, words, lexemes)
select n.*
from regexp_split_to_table(
$names$محمد mohamed mohammed mohammad mohamad muhammad muhammed muhamed muhamad mohamet mohd | أحمد ahmed ahmad ahmet
محمود mahmoud mahmud mahmood | مصطفى مصطفي mostafa mustafa moustafa mustapha mostapha | علي على ali aly | حسن hassan hasan
حسين hussein hussain husayn hosein hossein husein hoessein hussien | إبراهيم ابراهيم ibrahim ebrahim ibraheem ebraheem
يوسف youssef yousef yusuf yousuf youssuf yusef yousif joussef | خالد khaled khalid | عمر omar umar omer | عمرو amr amro
عبد abdel abdul abdal abd | فتاح fattah fatah | عبدالفتاح abdelfattah abdulfattah abdelfatah | سيسي sisi sissi
ناصر nasser nasir naser nassir | عبدالناصر abdelnasser abdulnasser | جمال gamal jamal djamal | سادات sadat sadate
أنور anwar anwer anouar | مبارك mubarak moubarak mobarak | حسني hosni hosny husni housni | مرسي morsi morsy mursi moursi
صلاح salah salaah | صالح salih saleh | شكري shoukry shukri shukry shoukri choukri | سامح sameh samih
مدبولي madbouly madbouli madbuli | محلب mehleb mahlab mehlib | شريف sherif sharif cherif shereef shareef
إسماعيل اسماعيل ismail ismael ismaeel esmail ismayil | عاطف atef atif | حازم hazem hazim | ببلاوي beblawi biblawi beblawy
قنديل kandil qandil kandeel qandeel | هشام hesham hisham hicham | عصام essam issam esam isam | شرف sharaf charaf
كمال kamal kemal kamaal | طارق tarek tariq tarik tareq | كريم karim kareem kerim | عادل adel adil | عماد emad imad
أسامة osama usama oussama | لادن laden ladin | أيمن ayman aiman | ظواهري zawahiri zawahri dhawahiri | سعيد saeed saeid sayeed
سعد saad | سيد sayyid sayyed sayid | سمير samir sameer | سامي sami samy | رامي rami ramy | هاني hani hany
مجدي magdy magdi majdi majdy | مجد magd majd | نبيل nabil nabeel | نجيب naguib najib nagib nageeb najeeb
محفوظ mahfouz mahfuz mahfouth mahfooz | ساويرس sawiris sawires | بطرس boutros butros boutrous | غالي ghali ghaly
برادعي baradei baradai baradie | موسى moussa mousa musa | أبو abou abu | غيط gheit ghait | نبيلة nabila nabeela
سهير soheir suhair sohair | زغلول zaghloul zaghlul | عرابي orabi urabi arabi | طه taha | حمدي hamdi hamdy | حامد hamed hamid
حمدين hamdeen hamdin | صباحي sabahi sabbahi sabahy | شفيق shafik shafiq chafik shafeek
سليمان suleiman soliman sulaiman suleyman solayman sulayman | فهمي fahmy fahmi | نهضة nahda nahdah | عوض awadh | عباس abbas
فاروق farouk faruq farook faruk farouq | فؤاد fouad fuad foad | توفيق tawfik tewfik tawfiq taufiq toufic | حكيم hakim hakeem
حافظ hafez hafiz | أسد assad | بشار bashar bachar | معمر muammar moammar muamar moamer
قذافي gaddafi qaddafi kadhafi gadhafi khadafy qadhafi kaddafi gadafi | سيف seif saif sayf | صدام saddam sadam
خميني khomeini khomeiny | خامنئي khamenei khamenai | روحاني rouhani rohani ruhani | نتنياهو netanyahu netanyahou | عرفات arafat
ياسر yasser yasir yaser | هنية haniyeh haniya haniyah haneya | مشعل meshaal mashal mishal meshal | سنوار sinwar | ضيف deif dheif
عبدالله abdullah abdallah abdulla abdalla | سلمان salman | فيصل faisal faysal feisal | فهد fahd fahad | نايف nayef naif nayif
تركي turki | زايد zayed zayd | خليفة khalifa khalifah khaleefa | نهيان nahyan nahayan | مكتوم maktoum maktum | راشد rashid
رشيد rasheed | تميم tamim tameem | حمد hamad | ثاني thani | صباح sabah | جابر jaber gaber jabir gabir | قابوس qaboos qabus kabous
هيثم haitham haytham | طيب tayeb tayyib tayyeb | الطيب eltayeb | شنودة shenouda shenuda chenouda | تواضروس tawadros tawadrus
إمام emam imam | عيسى eissa issa eisa | زكي zaki zaky | صبحي sobhy sobhi subhi | صدقي sedki sedky sidqi sidki
محسن mohsen muhsin mohsin | رؤوف raouf rauf raoof | منير mounir munir moneer mouneer | وائل wael wail
غنيم ghoneim ghonim ghunaim ghoniem | وليد walid | ياسين yassin yasin yaseen yassine | رمضان ramadan ramadhan
شعبان shaaban shaban | رجب ragab rajab | جمعة gomaa gumaa gomaah | عثمان osman othman uthman ousmane | فريد farid | أطرش atrash
كلثوم kalthoum kulthum kulthoum kalsoum | عبدالحليم abdelhalim abdulhalim | حليم halim haleem | عبدالوهاب abdelwahab abdulwahab
وهاب wahab wahhab | فيروز fairuz fairouz feyrouz fayrouz | رحباني rahbani | شاهين chahine shahin shaheen chahin
يسري yousry yosri yusri yousri | نصرالله nasrallah nasralla | حريري hariri | ميقاتي mikati miqati | عون aoun | جعجع geagea
بري berri | جنبلاط jumblatt junblat joumblatt | كرزاي karzai karzay | مالكي maliki | علاوي allawi alawi | عبادي abadi
كاظمي kadhimi kazimi kadhemi | طالباني talabani | بارزاني barzani | بغدادي baghdadi | زرقاوي zarqawi
منصور mansour mansur mansoor | هادي hadi hady | حوثي houthi huthi | بشير bashir basheer | برهان burhan | حميدتي hemedti hemeti
دقلو dagalo daglo | بوتفليقة bouteflika boutefliqa | تبون tebboune tabboun | مغربي maghrabi maghraby | بنكيران benkirane
مرزوقي marzouki marzuki | غنوشي ghannouchi ghannoushi | سبسي essebsi sebsi | قيس qais kays | بورقيبة bourguiba
حفتر haftar hifter | سراج sarraj serraj | دبيبة dbeibah dbeiba | زين zein zain | عابدين abdin abdeen
دين eldin eddin uddin eldeen | نورالدين noureddin nureddin noureldin | نور nour noor | ضياء diaa diaa | بهاء bahaa baha
علاء alaa alaaeldin | شيماء shaimaa shaymaa chaimaa | أسماء asmaa | هناء hanaa | دعاء doaa duaa
فاطمة fatma fatima fatimah fatema | زينب zeinab zainab zaynab | عائشة aisha aicha aysha | خديجة khadija khadijah khadiga
مريم mariam maryam maryem | منى mouna | نهى noha nuha | هدى hoda huda | سلمى salma | ليلى layla leila laila leyla
نجلاء naglaa najla nagla | نوال nawal | سعداوي saadawi sadawi | درية doria dorreya | رانيا rania ranya | إيناس inas | غادة ghada
والي waly | رانية raniya | هالة hala | نيفين nevine niveen nevin | ياسمين yasmin yasmine yasmeen jasmin
شيرين sherine shirin sherin shereen | أصالة assala | بكري bakri bakry | بدوي badawi badawy | شعراوي shaarawi sharawi shaarawy
غزالي ghazali ghazaly | قرضاوي qaradawi qardawi karadawi | بديع badie badi badee | خيرت khairat khayrat | شاطر shater shatir
عريان erian | بلتاجي beltagy beltagi | كتاتني katatni | حشمت heshmat hishmat | طنطاوي tantawi tantawy | عنان anan | مشير moshir
سويلم sweilam | عيد eid | رزق rizk rizq | جرجس gerges girgis | جورج | مينا mina | حنا | غندور ghandour ghandur | مراد murad mourad
رفعت refaat rifaat | عزت ezzat izzat | حشاد hashad | شوقي shawky shawki shawqi | حجازي hegazy hegazi hijazi | هيكل heikal haykal
هويدي howeidi huwaidi | سلامة salama salamah salameh | حمزة hamza hamzah | بلال bilal belal | تامر tamer tamir
رضا reda rida redha | مؤمن moamen mumin | ميدو mido | حضري hadary hadari | أبوتريكة aboutrika abutrika | تريكة trika treka
زيدان zidane zidan zeidan | محرز mahrez | بنزيما benzema | رياض riyad riad | ماجد majed majid magid | جلال galal jalal
جميل gamil jamil jameel gameel | جبر gabr | جاد gad | جنزوري ganzouri ganzoury ganzuri janzouri | عبدالعزيز abdelaziz abdulaziz
عزيز aziz azeez | عبدالرحمن abdelrahman abdulrahman abdurrahman abderrahmane | رحمن rahman | عبدالرحيم abdelrahim abdulrahim
رحيم rahim raheem | عبدالمجيد abdelmeguid abdelmaguid abdulmajid abdelmajid | مجيد meguid
عبدالمنعم abdelmoneim abdulmonem abdelmonem | منعم moneim monem | فتوح fotouh futuh fotoh | عبدالغفار abdelghaffar abdulghaffar
غفار ghaffar ghafar | عبدالعال abdelaal | عال aal | عبدالهادي abdelhadi abdulhadi | عبدالقادر abdelkader abdulqadir abdelqader
قادر kader qader qadir | عبداللطيف abdellatif abdullatif | لطيف latif lateef$names$, '\s*[|\n]\s*') line
cross join lateral search_name(line) n
-- A spelling of two names is that of the first.
on conflict (lexeme) do nothing;
