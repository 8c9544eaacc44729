"""What WhatsApp writes about a chat and its calls, in many languages, as data.

`NOTICES` are long fixed sentences nobody types, so they are the app's even behind a name. `STEMS` are the parts
of short ones ("added", "left"), trusted only where no name stands before them or the app's own mark (U+200E) does.
"""


def listed(text: str) -> tuple[str, ...]:
    """Part a table of phrases at its bars and line ends."""
    return tuple(part for line in text.strip("\n").split("\n") for part in line.split("|") if part)


NOTICES = listed("""
messages and calls are end-to-end encrypted
messages to this chat and calls are now secured with end-to-end encryption
messages you send to this chat and calls are now secured|messages you send to this group are now secured
messages to this group are now secured|messages are end-to-end encrypted|this business uses a secure service from
this chat is with a business account|this business is now working with other companies|this is an official whatsapp
los mensajes y las llamadas están cifrados de extremo a extremo
los mensajes y llamadas están cifrados de extremo a extremo
los mensajes están cifrados de extremo a extremo|las llamadas y mensajes enviados a este chat ahora están protegidos
esta empresa utiliza un servicio seguro de meta|esta empresa usa un servicio seguro de meta
as mensagens e as chamadas são protegidas com a criptografia de ponta a ponta|as mensagens e ligações são protegidas
as mensagens e as ligações são protegidas|as mensagens e chamadas são encriptadas
mensagens e ligações são protegidas
les messages et les appels sont chiffrés de bout en bout|les messages et appels sont chiffrés de bout en bout
les messages envoyés à ce groupe sont désormais protégés|les messages que vous envoyez dans cette discussion
nachrichten und anrufe sind ende-zu-ende-verschlüsselt|nachrichten, die du in diesem chat sendest
nachrichten in diesem chat sowie anrufe sind jetzt mit ende-zu-ende-verschlüsselung
i messaggi e le chiamate sono crittografati end-to-end
i messaggi che invii in questa chat e le chiamate sono ora protetti
berichten en oproepen worden end-to-end versleuteld|berichten en gesprekken worden end-to-end versleuteld
berichten die je naar deze groep verzendt zijn nu beveiligd|wiadomości i połączenia są szyfrowane
wiadomości i połączenia są w pełni szyfrowane|wiadomości oraz połączenia są zabezpieczone szyfrowaniem
mesajlar ve aramalar uçtan uca şifrelidir|bu sohbete gönderdiğiniz mesajlar ve aramalar artık uçtan uca
الرسائل والمكالمات مشفرة تمامًا بين الطرفين|الرسائل والمكالمات مشفّرة تمامًا بين الطرفين|الرسائل والمكالمات مشفرة
ההודעות והשיחות מוצפנות מקצה לקצה|ההודעות והשיחות מוצפנות מקצה-לקצה|消息和通话都进行端到端加密
消息和通话已进行端到端加密
訊息和通話經端對端加密|訊息及通話已受到端對端加密保護|メッセージと通話はエンドツーエンドで暗号化されています
メッセージと通話はエンドツーエンド暗号化されています|메시지와 통화는 종단간 암호화됩니다
메시지와 통화가 종단간 암호화됩니다
сообщения и звонки защищены сквозным шифрованием|mesajele și apelurile sunt criptate integral
mesajele și apelurile sunt criptate end-to-end|mae negeseuon a galwadau wedi'u hamgryptio o ben i ben
viestit ja puhelut salataan täysin|viestit ja puhelut ovat täysin salattuja
meddelanden och samtal är end-to-end-krypterade
meddelanden och samtal krypteras från ände till ände|beskeder og opkald er end-to-end-krypterede
meldinger og anrop er ende-til-ende-kryptert|az üzenetek és hívások végpontok közötti titkosítással
zprávy a hovory jsou zabezpečené koncovým šifrováním
τα μηνύματα και οι κλήσεις είναι κρυπτογραφημένα από άκρο σε άκρο
संदेश और कॉल एंड-टू-एंड एन्क्रिप्टेड हैं|पیام‌ها و تماس‌ها رمزگذاری سرتاسری شده‌اند
پیام‌ها و تماس‌ها به‌صورت سرتاسر رمزگذاری
ข้อความและการโทรได้รับการเข้ารหัสจากต้นทางถึงปลายทาง|pesan dan panggilan terenkripsi secara end-to-end
""")

STEMS = listed("""
 created group| created this group| added | left| was added| were added| removed | was removed| joined using |
 joined from
 joined via | joined group| requested to join| changed the group name| changed the subject
 changed the group description
 changed this group's| changed the group's| changed their phone number| changed to | changed the group
 deleted this group's icon| deleted the group description| turned on disappearing messages
 turned off disappearing messages
 turned on admin approval| turned off admin approval| is now an admin
 you're now an admin| are now an admin| no longer an admin| is a contact| pinned a message| started a call
 started a video call
 blocked this contact| unblocked this contact| created community| added this group to the community
 this group was added
 this group has over| your security code with |
 you received a view once| you sent a view once| is using the default timer| allows this chat
 reset this group's
 creó el grupo| creaste el grupo| añadió a | te añadió| añadiste a | agregó a | te agregó| agregaste a |
 salió del grupo
 ha salido| salió| saliste| eliminó a | te eliminó| se unió| cambió el asunto| cambió el nombre del grupo
 cambió la descripción| cambió el ícono| cambió el icono| cambió la imagen| cambió de número| cambió su número
 ahora eres admin| es admin| eres admin| fijó un mensaje
 criou o grupo| criou este grupo| adicionou | saiu| removeu | entrou usando| entrou no grupo| mudou o nome do grupo
 mudou o assunto| mudou a imagem| mudou a descrição| alterou o nome| alterou a imagem| alterou a descrição
 foi adicionado
 foi removido| mudou para| mudou de número| agora é admin| é agora admin
 a créé le groupe| avez créé le groupe| a ajouté | vous a ajouté| avez ajouté | est parti| a quitté| êtes parti
 a retiré
 a supprimé l'icône| a rejoint | a changé | avez changé | a modifié | avez modifié |
 a été ajouté| a été retiré| est maintenant admin| êtes maintenant admin
 hat die gruppe| hast die gruppe| hat dich hinzugefügt| hinzugefügt| hast die gruppe verlassen
 hat die gruppe verlassen
 entfernt| ist der gruppe| über den einladungslink| gruppenbild geändert| hat den betreff| hat das gruppenbild
 gruppenbeschreibung| ist jetzt admin
 bist jetzt admin
 hat die telefonnummer| telefonnummer gewechselt| nummer gewechselt| zu einer neuen nummer
 ha creato il gruppo| hai creato il gruppo| ha aggiunto | ti ha aggiunto| hai aggiunto | ha abbandonato| è uscit
 sei uscit
 ha rimosso | si è unit| ha cambiato | hai cambiato | ha modificato |
 ora è un admin
 ora sei un admin| heeft de groep| hebt de groep| heeft je toegevoegd| toegevoegd| heeft verlaten| is vertrokken
 heeft de groep verlaten| verwijderd| neemt deel via| is toegetreden| heeft het onderwerp| heeft het groepspictogram
 heeft de groepsafbeelding| is nu beheerder
 bent nu beheerder| utworzył grupę| utworzyła grupę| utworzono grupę| dodał | dodała | dodano | dodaliście |
 opuścił | opuściła
 usunął | usunęła | dołączył| zmienił | zmieniła | zmieniono |
 jest teraz administratorem
 grubu oluşturdu| grubunu oluşturdu| ekledi| eklendiniz| ayrıldı| çıkardı| çıkarıldınız| katıldı| grup konusunu
 grup simgesini
 grubun adını| artık yönetici
 بإنشاء المجموعة|أنشأ المجموعة|أنشأت المجموعة|أضاف |أضافك|تمت إضافة|تمت إضافتك|غادر|غادرت|أزال |أزالك|انضم |
انضمت |غيّر |غيَّر |تم تغيير
 יצר את הקבוצה| יצרה את הקבוצה|יצרת את הקבוצה| הוסיף | הוסיפה |הוספת | עזב| עזבה|עזבת | הסיר | הסירה |הסרת |
 הצטרף | הצטרפה
 שינה את| שינתה את|שינית את
创建了群组|创建了此群组|建立了群組|添加了|将您添加|新增了|加入了|已加入|离开了|退出了|退出了群组|離開了|移除了
更改了|變更了|更改群
がグループ|を追加しました|に追加されました|が退出しました|退出しました|を削除しました|参加しました
変更しました
그룹을 만들|님을 추가|추가했습니다|추가되었습니다|나갔습니다|나가셨습니다|내보냈습니다|참여했습니다
변경했습니다|변경하셨습니다
 создал группу| создала группу| создал(а) группу|создали группу| добавил | добавила | добавил(а) |добавили |
 покинул | покинула
 покинул(а) | вышел| вышла| вышел(ла)| удалил | удалила | удалил(а) | присоединил| изменил | изменила |
 изменил(а) |
 a creat grupul|ați creat grupul| a adăugat |te-a adăugat|ați adăugat | a ieșit| a părăsit|ați ieșit
 a eliminat | s-a alăturat
 a schimbat | a modificat |
 wedi creu'r grŵp| creodd | ychwanegodd | wedi ychwanegu | gadawodd| wedi gadael| tynnodd | ymunodd | newidiodd |
 wedi newid
 loi ryhmän| lisäsi | lähti| poistui| poisti | liittyi | vaihtoi | muutti | skapade gruppen
 lade till | lämnade
 tog bort | gick med | ändrade | oprettede gruppen| tilføjede | forlod | fjernede | ændrede
""")

# Words of the app's own lines that may also stand in a person's name ("School administrator").
NOUNS = listed("""
 disappearing message| security code|security code|tap to learn more| only admins can| settings so| community
 new members| this chat is | group's settings| poll ended|waiting for this message
código de seguridad|mensajes temporales|código de segurança|mensagens temporárias|code de sécurité|messages éphémères
sicherheitsnummer|selbstlöschende nachrichten|codice di sicurezza|messaggi effimeri|beveiligingscode
zelfvernietigende berichten|verdwijnende berichten|kod zabezpieczeń|znikające wiadomości|güvenlik kodu|süreli mesajlar
رمز الأمان|الرسائل ذاتية الاختفاء|مشرف|קוד האבטחה|הודעות נעלמות|מנהל
安全码|安全碼|安全代码|限时消息|限時訊息|管理员|管理員
セキュリティコード|消えるメッセージ|管理者|보안 코드
사라지는 메시지|관리자|код безопасности|исчезающие сообщения|администратор
codul de securitate|mesaje temporare|administrator|cod diogelwch|negeseuon diflannu|gweinyddwr|turvakoodi|säkerhetskod
""")

# Words that some exports write where a name should stand, before a line of the app's own.
SYSTEM_NAMES = frozenset(
    listed("""
system|sistema|système|systeme|whatsapp|система|النظام|מערכת|系统|系統|システム|시스템|systeem|sistem|järjestelmä
""")
)

# Each begins the whole body; what may follow is a full stop, a length, a time or advice.
CALLS = listed("""
missed voice call|missed video call|missed group voice call|missed group video call|missed call|missed group call
silenced voice call|silenced video call|voice call|video call|group voice call|group video call|cancelled call
canceled call
declined voice call|declined video call|unanswered voice call|unanswered video call|no answer voice call
call declined
llamada perdida|videollamada perdida|llamada de voz perdida|llamada grupal perdida|videollamada grupal perdida
llamada de voz|videollamada|llamada de vídeo|llamada de video|llamada silenciada
chamada de voz perdida|chamada de vídeo perdida|ligação de voz perdida|ligação de vídeo perdida|ligação perdida
chamada perdida|ligação de voz|ligação de vídeo|chamada de voz|chamada de vídeo
appel vocal manqué|appel vidéo manqué|appel manqué|appel vocal|appel vidéo|appel de groupe manqué
verpasster sprachanruf|verpasster videoanruf|verpasster anruf|sprachanruf|videoanruf|verpasster gruppenanruf
chiamata vocale persa|videochiamata persa|chiamata persa|chiamata vocale|videochiamata
gemiste spraakoproep|gemiste videooproep|gemiste oproep|gemist spraakgesprek|gemist videogesprek|spraakoproep
videogesprek
nieodebrane połączenie głosowe|nieodebrane połączenie wideo|nieodebrane połączenie|połączenie głosowe
połączenie wideo
cevapsız sesli arama|cevapsız görüntülü arama|cevapsız arama|sesli arama|görüntülü arama
مكالمة صوتية فائتة|مكالمة فيديو فائتة|مكالمة فائتة|مكالمة صوتية|مكالمة فيديو
שיחה קולית שלא נענתה|שיחת וידאו שלא נענתה|שיחה שלא נענתה|שיחה קולית|שיחת וידאו|שיחת וידיאו
未接语音通话|未接视频通话|未接來電|未接語音通話|未接視訊通話|语音通话|视频通话|語音通話|視訊通話
音声通話不在着信|不在着信（音声通話）|不在着信（ビデオ通話）|ビデオ通話不在着信|不在着信|音声通話|ビデオ通話
부재중 음성통화|부재중 음성 통화|부재중 영상통화|부재중 영상 통화|부재중 전화|음성 통화|영상 통화|음성통화|영상통화
пропущенный аудиозвонок|пропущенный видеозвонок|пропущенный звонок|аудиозвонок|видеозвонок
apel vocal pierdut|apel video pierdut|apel nepreluat|apel vocal|apel video
galwad llais a gollwyd|galwad fideo a gollwyd|galwad a gollwyd|galwad llais|galwad fideo
vastaamaton äänipuhelu|vastaamaton videopuhelu|äänipuhelu|videopuhelu|missat röstsamtal|missat videosamtal
""")

# A line of the app's that speaks to the owner of the phone. Searched in lines that are the app's own.
YOU = "|".join(
    (
        r"^you(?:'re|’re| )|\badded you\b|\bremoved you\b|\bmade you\b|\byou were\b",
        r"^eliminaste |^añadiste |^agregaste |^creaste |^saliste|^cambiaste |^te |\bte añadió\b|\bte agregó\b",
        r"\bte eliminó\b|\bahora eres\b|^você |\bvocê\b|^vous |\bvous\b|^du |\bdich\b|^hai |^sei |\bti ha\b",
        r"^je |\bje toegevoegd\b|^jij |^ty |\bcię\b|^dodano cię|diniz\b|\bsizi\b|أضافك|أزالك|إضافتك|^لقد ",
        r"הוסיפה? אותך|אותך|^הוספת|^יצרת|^שינית|^עזבת|您|^你|あなた|회원님|당신|^вы |\bвас\b|^ați |\bte-a\b",
        r"^fe wnaethoch|\bchi\b|^sinä |\bsinut\b|\bdig\b",
    )
)

# Names that stand for the owner of the phone where a sender should be. Short words that are also people's names
# (Ben, Ty, Chi, Tu) are left out.
YOU_NAMES = frozenset(listed("you|tú|usted|você|vous|أنت|אתה|את|你|您|あなた|나|вы|dumneavoastră"))
