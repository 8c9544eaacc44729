"""Mails that are meant to break whoever reads them. Each is made here by hand; none is anybody's."""

from email.message import EmailMessage

HEAD = b"From: Lena <lena@example.org>\r\nTo: replies@agency.example.org\r\nSubject: Hostile\r\n"


def plain(
    text: str, *, sender: str = "Lena <lena@example.org>", subject: str = "Re: Thursday", **headers: str
) -> bytes:
    """Write an ordinary mail."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "replies@agency.example.org", subject
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message.as_bytes().replace(b"\n", b"\r\n")


def bomb(depth: int) -> bytes:
    """Nest multiparts in each other."""
    opening = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (level, level) for level in range(depth)
    )
    return HEAD + opening + b"Content-Type: text/plain\r\n\r\nthe end\r\n"


def many_parts(count: int) -> bytes:
    """Have very many parts side by side."""
    return HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * count + b"--b--\r\n"


CORPUS = {
    "nested a thousand deep": bomb(1000),
    "nested thirty deep": bomb(30),
    "five thousand parts": many_parts(5000),
    "nothing at all": b"",
    "null bytes": HEAD + b"X-Odd: a\x00b\r\n\r\nBefore\x00after\r\n",
    "no head": b"\r\n\r\nonly words",
    "bytes that are no text": bytes(range(256)) * 40,
    "an encoding that does not exist": HEAD + b"Content-Type: text/plain; charset=klingon-9\r\n\r\nh\xe9llo\r\n",
    "broken base64": HEAD + b"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!=A=B====\r\n",
    "broken encoded words": HEAD.replace(b"Hostile", b"=?utf-8?b?////?= =?x?q?=ZZ?= =?utf-8?q?=00=0d=0aBcc:_x=40y.z?="),
    "a subject of a megabyte": HEAD.replace(b"Hostile", b"A" * 1_000_000) + b"\r\nx\r\n",
    "a sender of many": HEAD.replace(b"From: Lena <lena@example.org>", b"From: a@b.c, lena@example.org") + b"\r\nx\r\n",
    "two senders": b"From: lena@example.org\r\n" + HEAD.replace(b"lena@", b"eve@") + b"\r\nx\r\n",
    "headers in a header": HEAD.replace(b"Hostile", b"Hi\r\n\tBcc: tom@example.net\r\nX: =?utf-8?q?a=0aTo:_b?=")
    + b"\r\nx",
    "a boundary that never comes": HEAD + b"Content-Type: multipart/mixed; boundary=never\r\n\r\nwords\r\n",
    "a boundary of nothing": HEAD + b"Content-Type: multipart/mixed\r\n\r\nwords\r\n",
    "html that calls home": HEAD
    + b"Content-Type: text/html\r\n\r\n<p>Hello <img src=http://spy.example.net/x.gif><script>alert(1)</script>there</p>\r\n",
    "html that does not end": HEAD + b"Content-Type: text/html\r\n\r\n<!DOCTYPE [<![CDATA[<a <b <p" + b"<" * 100_000,
    "a name that is a path": HEAD
    + b'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="../../etc/passwd"\r\n\r\nx\r\n',
    "a mail in a mail in a mail": HEAD + b"Content-Type: message/rfc822\r\n\r\n" * 60 + b"\r\nx\r\n",
    "references without end": HEAD + b"References:" + b" <a@b>" * 100_000 + b"\r\n\r\nx\r\n",
    "surrogates": HEAD + b"Content-Type: text/plain; charset=utf-16\r\n\r\n\x00\xd8\x00\xd8\r\n",
    "control of writing direction": HEAD.replace(b"Hostile", "safe\u202egpj.exe".encode()) + b"\r\n\xe2\x80\xaex\r\n",
}
