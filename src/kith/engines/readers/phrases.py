"""WhatsApp's own words in many languages, as data.

Everything here is compared in small letters, without invisible characters and without a closing full stop. A
language that is missing costs nothing but a label: the line is still kept, and U+200E still tells that the app
wrote it. Languages: en es pt fr de it nl pl tr ar he zh ja ko ru ro cy, and more where known.
"""

from kith.engines.readers.notices import listed as _listed

# The whole body stands for a picture, sound, film, sticker, card or document that was left out.
OMITTED = frozenset(
    """
<media omitted>|media omitted|image omitted|video omitted|audio omitted|gif omitted|sticker omitted
document omitted|contact card omitted|video note omitted|photo omitted|file omitted
<multimedia omitido>|<archivo omitido>|<archivo multimedia omitido>|<medios omitidos>|<multimedia omitida>
imagen omitida|vídeo omitido|video omitido|audio omitido|gif omitido|sticker omitido|documento omitido
tarjeta de contacto omitida|nota de video omitida
<arquivo de mídia oculto>|<mídia oculta>|<ficheiro não revelado>|<mídia omitida>|<arquivo de mídia omitido>
imagem ocultada|imagem oculta|imagem omitida|vídeo oculto|vídeo omitido|áudio ocultado|áudio omitido|gif oculto
figurinha omitida|documento omitido|cartão do contato omitido
<médias omis>|<fichier omis>|<média omis>|<médias non inclus>|image absente|image omise|vidéo absente|vidéo omise
audio omis|audio absent|gif retiré|sticker omis|document manquant|document omis|fiche contact manquante
<medien ausgeschlossen>|<medien ausgelassen>|<medien weggelassen>|bild weggelassen|video weggelassen
audio weggelassen|gif weggelassen|sticker weggelassen|dokument weggelassen|kontaktkarte ausgelassen
<media omessi>|<media omesso>|immagine omessa|video omesso|audio omesso|gif esclusa|sticker omesso
documento omesso|scheda contatto omessa|sticker non incluso|immagine non inclusa
<media weggelaten>|afbeelding weggelaten|video weggelaten|audio weggelaten|gif weggelaten|sticker weggelaten
document weggelaten|contactkaart weggelaten
<pominięto multimedia>|<multimedia pominięte>|obraz pominięty|pominięto obraz|film pominięty|pominięto film
audio pominięte|pominięto dźwięk|naklejka pominięta|pominięto naklejkę|pominięto dokument
<medya dahil edilmedi>|<medya atlanmış>|görüntü dahil edilmedi|video dahil edilmedi|ses dahil edilmedi
çıkartma dahil edilmedi|belge dahil edilmedi
<تم استبعاد الوسائط>|<الوسائط غير مدرجة>|الصورة غير مدرجة|تم استبعاد الصورة|الفيديو غير مدرج|المقطع الصوتي غير مدرج
الملصق غير مدرج|المستند غير مدرج
<המדיה לא נכללה>|<מדיה הושמטה>|התמונה הושמטה|הסרטון הושמט|השמע הושמט|הסטיקר הושמט|המסמך הושמט|המדיה הושמטה
<省略多媒体文件>|<媒体已省略>|<忽略多媒体文件>|<已省略媒體檔>|<已略去多媒體檔案>|图像已忽略|视频已忽略|音频已忽略|贴图已忽略|文档已忽略
圖片已略去|影片已略去|音訊已略去|貼圖已忽略|文件已略去
<メディアは含まれていません>|<メディアなし>|<メディア除外>|画像は含まれていません|動画は含まれていません|音声は含まれていません|スタンプは含まれていません
画像が省略されました|動画が省略されました
<미디어 파일을 생략한 대화내용>|<미디어 파일 제외됨>|<미디어 생략됨>|사진 생략됨
동영상 생략됨|오디오 생략됨|스티커 생략됨|문서 생략됨
<без медиафайлов>|<медиафайл пропущен>|<файл пропущен>|изображение отсутствует|изображение опущено|видео отсутствует
аудиофайл отсутствует|стикер отсутствует|документ отсутствует
<fișierele media au fost omise>|<media omise>|<fișier media omis>|imagine omisă|fișier video omis|fișier audio omis
autocolant omis|document omis
<cyfryngau wedi'u hepgor>|<hepgorwyd y cyfryngau>|delwedd wedi'i hepgor|hepgorwyd y ddelwedd|fideo wedi'i hepgor
<मीडिया छोड़ा गया>|<मीडिया के बिना>|<media dihilangkan>|<media tidak disertakan>|gambar tidak disertakan
<mediatiedosto jätetty pois>|<media jätetty pois>|kuva jätetty pois|<media har utelämnats>|<media utelämnat>
<mediefil udeladt>|<medier udelatt>|<utelatt media>|<média kihagyva>|<hiányzó médiafájl>|<média vynechána>
<média nejsou zahrnuta>|<εξαιρέθηκαν πολυμέσα>|<τα πολυμέσα παραλείφθηκαν>|<ไม่รวมสื่อ>|<رسانه حذف شد>
<پیوست نما/رسانه حذف شد>|<мултимедията е пропусната>|<медіафайли пропущено>|<bỏ qua media>
""".strip()
    .replace("\n", "|")
    .split("|")
)

# Omitted media that could be opened once only.
VIEW_ONCE = (
    "view once", "visualización única", "ver una vez", "visualização única", "vue unique", "einmalansicht",
    "einmal ansehen", "visualizza una volta", "eenmalig weergeven", "jednorazow", "tek gösterim", "tek seferlik",
    "عرض لمرة واحدة", "צפייה חד-פעמית", "一次性", "閱後即焚", "1回限り", "1回表示", "한 번 보기",
    "однократн", "vizualizare unică", "gweld unwaith",
)  # fmt: skip

# The whole body says that the person took the message back.
DELETED = frozenset(
    _listed("""
this message was deleted|message deleted|se eliminó este mensaje|este mensaje fue eliminado|mensaje eliminado
esta mensagem foi apagada|mensagem apagada|essa mensagem foi apagada|esta mensagem foi eliminada
ce message a été supprimé|message supprimé|diese nachricht wurde gelöscht|nachricht gelöscht
questo messaggio è stato eliminato|messaggio eliminato|dit bericht is verwijderd|dit bericht werd verwijderd
bericht verwijderd|usunięto tę wiadomość|ta wiadomość została usunięta|wiadomość usunięta|bu mesaj silindi
تم حذف هذه الرسالة|حُذفت هذه الرسالة|تم حذف الرسالة|הודעה זו נמחקה|ההודעה נמחקה|此消息已被删除|该消息已被删除
此消息已删除|這則訊息已被刪除
此訊息已刪除|このメッセージは削除されました|이 메시지는 삭제되었습니다|메시지가 삭제되었습니다
данное сообщение удалено|сообщение удалено
это сообщение удалено|acest mesaj a fost șters|mesaj șters|dilëwyd y neges hon|dilewyd y neges hon
tämä viesti poistettiin
meddelandet raderades|detta meddelande raderades|denne besked blev slettet|denne meldingen ble slettet
ez az üzenet törölve lett
tato zpráva byla odstraněna|αυτό το μήνυμα διαγράφηκε|यह संदेश मिटाया गया|यह संदेश हटाया गया|pesan ini telah dihapus
این پیام حذف شد|ข้อความนี้ถูกลบ|това съобщение беше изтрито|це повідомлення видалено|tin nhắn này đã bị xóa
""")
)

# The same, said to the person whose phone made the export.
YOU_DELETED = frozenset(
    _listed("""
you deleted this message|eliminaste este mensaje|você apagou esta mensagem|apagou esta mensagem
eliminou esta mensagem
você apagou essa mensagem|vous avez supprimé ce message|du hast diese nachricht gelöscht
hai eliminato questo messaggio
je hebt dit bericht verwijderd|u hebt dit bericht verwijderd|usunąłeś tę wiadomość
usunięto przez ciebie tę wiadomość
usunięta przez ciebie wiadomość|bu mesajı sildiniz|لقد حذفت هذه الرسالة|حذفت هذه الرسالة|מחקת הודעה זו
מחקת את ההודעה הזו
您删除了此消息|你删除了这条消息|您已刪除這則訊息|你已刪除此訊息|このメッセージを削除しました
あなたはこのメッセージを削除しました
이 메시지를 삭제했습니다|내가 삭제한 메시지입니다|вы удалили данное сообщение|вы удалили это сообщение
ați șters acest mesaj
ai șters acest mesaj|fe wnaethoch ddileu'r neges hon|poistit tämän viestin|du raderade det här meddelandet
du raderade detta meddelande|du slettede denne besked|du slettet denne meldingen|διαγράψατε αυτό το μήνυμα
आपने यह संदेश मिटाया|anda menghapus pesan ini|شما این پیام را حذف کردید|törölted ezt az üzenetet
""")
)

DELETED_BY_ADMIN = (
    "this message was deleted by admin", "mensagem apagada pelo admin", "ce message a été supprimé par l'admin",
    "diese nachricht wurde vom admin", "diese nachricht wurde von admin", "dit bericht is verwijderd door beheerder",
    "questo messaggio è stato eliminato dall'amministratore",
)  # fmt: skip

# The closing mark of a message that was changed after it was sent.
EDITED = frozenset(
    _listed("""
<this message was edited>|<se editó este mensaje>|<este mensaje fue editado>|<mensaje editado>|<mensagem editada>
<esta mensagem foi editada>|<essa mensagem foi editada>|<ce message a été modifié>|<message modifié>
<diese nachricht wurde bearbeitet>|<nachricht bearbeitet>|<questo messaggio è stato modificato>
<messaggio modificato>
<dit bericht is bewerkt>|<dit bericht werd bewerkt>|<wiadomość została edytowana>|<ta wiadomość została zmieniona>
<edytowano wiadomość>|<bu mesaj düzenlendi>|<تم تعديل هذه الرسالة>|<تم تحرير هذه الرسالة>|<הודעה זו נערכה>
<ההודעה נערכה>
<此消息已编辑>|<已编辑此消息>|<已編輯此訊息>|<此訊息已編輯>|<このメッセージは編集されました>
<이 메시지가 수정되었습니다>
<메시지가 수정되었습니다>|<данное сообщение изменено>|<сообщение изменено>|<acest mesaj a fost editat>
<golygwyd y neges hon>|<tätä viestiä on muokattu>|<viestiä muokattu>|<det här meddelandet har redigerats>
<este mensaje se editó>|<यह संदेश संपादित किया गया>|<پیام ویرایش شد>|<pesan ini diedit>
<αυτό το μήνυμα υποβλήθηκε σε επεξεργασία>
""")
)

# What follows the name of a file that was handed over with the chat: "IMG-1.jpg (file attached)".
ATTACHED_AFTER = frozenset(
    _listed("""
file attached|archivo adjunto|arquivo anexado|arquivo anexo|ficheiro anexado|fichier joint|datei angehängt
file allegato
bestand bijgevoegd|załączono plik|plik dołączony|dosya ekli|dosya eklendi|ekli dosya|ملف مرفق|تم إرفاق ملف
קובץ מצורף|הקובץ מצורף
文件附件|附件|檔案已附加|附加檔案|ファイル添付|添付ファイル|파일 첨부됨|파일 첨부|файл добавлен
прикрепленный файл|прикреплён файл|fișier atașat
ffeil wedi'i hatodi|ffeil ynghlwm|tiedosto liitetty|bifogad fil|fil bifogad|vedhæftet fil|fil vedlagt|fájl csatolva
přiložený soubor|επισυνάπτεται αρχείο|συνημμένο αρχείο|फ़ाइल संलग्न|file terlampir|فایل پیوست شد|แนบไฟล์แล้ว
прикачен файл
""")
)

# What stands before the name on iPhones: "<attached: 00000012-PHOTO.jpg>".
ATTACHED_BEFORE = frozenset(
    _listed("""
attached|adjunto|adjunta|anexado|anexo|pièce jointe|joint|fichier joint|anhang|angehängt|allegato|bijgevoegd
bijlage|załącznik
załączono|ek|ekli|eklendi|مرفق|المرفق|מצורף|צורף|附件|附加|添付ファイル|添付|첨부 파일|첨부됨|첨부|прикреплено
вложение|прикрепленный файл
atașat|atașament|atodwyd|ynghlwm|liite|liitetty|bifogad|bifogat|vedhæftet|vedlagt|csatolva|příloha|συνημμένο
संलग्न|terlampir
""")
)

POLL = _listed("""
poll:|encuesta:|enquete:|sondagem:|sondage :|sondage:|umfrage:|sondaggio:|peiling:|poll :|ankieta:|anket:|تصويت:
استطلاع رأي:
סקר:|投票：|投票:|アンケート:|투표:|опрос:|sondaj:|pôl:|kysely:|omröstning:|afstemning:
""")

LOCATION = _listed("""
location: https://|ubicación: https://|localização: https://|localisation : https://|lieu : https://
standort: https://
posizione: https://|locatie: https://|lokalizacja: https://|konum: https://|الموقع: https://|מיקום: https://
位置: https://
位置： https://|位置情報: https://|위치: https://|местоположение: https://|локация: https://|locație: https://
lleoliad: https://
https://maps.google.com/?q=|live location shared|ubicación en tiempo real compartida
localização em tempo real compartilhada
live-standort geteilt|position en direct partagée|posizione in tempo reale condivisa|live locatie gedeeld
""")
