# title: The photograph on the phone
# theme: boundaries
# minutes: 5
# says: A boy shows you a photograph that his father has put online.
# standard: 2.2
# standard: 3.1
# pcf: 2
# capability: rights_and_involvement
# law: looking_online_covertly
# person: you; you; the social worker
# person: theo; Theo; the child, ten
# person: marek; Marek; Theo's father
# person: dana; Dana; a colleague
# place: Fennby

VAR looked = false
VAR told = false

-> start

=== start ===
You drive Theo home from school in Fennby. He holds up his phone.
"Dad put me on his page," he says. "Everybody can see it." # speaker: theo
* [Look at the phone] # key: look
  You look. It is Theo in his football kit, with the name of his school on it. # touches: theo # reflect: What did you want to know when you looked?
  ~ looked = true
  -> door
* [Ask Theo what he thinks of it] # key: ask
  Theo thinks for a while. He says that he likes the picture, and not that people write under it. # touches: theo # reflect: What would you have missed without asking?
  -> door

=== door ===
Marek opens the door. Theo runs past him up the stairs.
* [Tell Marek what Theo said] # key: tell
  Marek goes red. "He never told me," he says. # touches: marek # reflect: Whose news was it to tell?
  ~ told = true
  He takes the picture down. # ending: down; The picture is taken down
  -> END
* [Say nothing, and ask Dana at the office] # key: office
  Dana says that it is for Theo to say first. You ring him the next day. # touches: theo # touches: dana # reflect: What did waiting do for Theo?
  {looked:
  Theo asks if you saw the picture. You say that you did.
  }
  # ending: later; You speak with Theo first
  -> END

=== as_child ===
{looked: You looked at my phone. That was all right.|You asked me. Nobody asks me.}
{told: Then you told Dad, and I had not said that you could.|Then you rang me, and I said what I wanted.}
-> DONE

=== as_parent ===
{told: I heard it at my own door, from you.|I heard it from my son.}
-> DONE

=== as_colleague ===
{told: It was quick. I would have asked the boy.|You asked me first.}
-> DONE

=== as_court ===
{looked: There is a note that you saw the page once.|There is no note that you saw the page.}
{told: Nothing says what Theo wanted.|What Theo wanted is written down in his words.}
-> DONE

=== by_duty ===
{told: You were open with Marek. You did not ask Theo first.|You asked Theo first. Marek waited a day.}
-> DONE

=== by_outcome ===
{told: The picture is gone. Theo may tell you less.|The picture stayed up for a day. Theo chose.}
-> DONE
