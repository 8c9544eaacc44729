# title: {title}
# theme: boundaries
# minutes: 5
# says: One sentence for the list of dilemmas: where we are, and what happens.
# standard: 1.1
# pcf: 2
# capability: rights_and_involvement
# person: you; you; the social worker
# person: wenna; Wenna; the child, nine
# person: corin; Corin; Wenna's father
# place: Kestrel Lane

// This is a small story that works. Change it bit by bit, and press Check now and then.
// A line that begins with two strokes is a note to yourself: nobody who plays sees it.
// Everybody in it must be made up, and may not bear the name of anybody who works here.
// The head above says what the story is called, whom it is about and which standards it touches.

// A story may remember what was chosen. After the ending the others need it.
VAR asked = false
VAR stayed = false

-> door

// A scene is a knot: a name between equal signs. It says what happens, and then asks.
=== door ===
You knock in Kestrel Lane. Wenna opens. She has her coat on.
"Dad is asleep," she says. # speaker: wenna
// Each choice has a key of its own. What follows says on whom it falls, and asks one question to think about.
* [Ask Wenna how the week has been] # key: ask
  ~ asked = true
  She thinks, and then tells you about the bus. # touches: wenna # reflect: What did asking her first make possible?
  -> hall
* [Ask her to wake her father] # key: wake
  She goes up the stairs one at a time. # touches: wenna # touches: corin # reflect: Whose task did you give to whom?
  -> hall

=== hall ===
Corin comes down. {asked:He has heard you both talking.|He has heard nothing, and looks at his daughter.}
* [Stay and hear him out] # key: stay
  ~ stayed = true
  He talks for an hour. You are late for the next visit. # touches: corin # reflect: Who waited for you meanwhile?
  // The last scene of a path says how it ends. There may be several endings.
  It is dark when you go. # ending: stayed; You stay
  -> END
* [Give him a time on Thursday] # key: thursday
  He writes it on his hand. # touches: corin # reflect: What may happen before Thursday?
  The door shuts. # ending: thursday; You come back on Thursday
  -> END

// After the ending the same choices are told again. These six are needed; none of them asks anything, praises or blames.
=== as_child ===
{asked: You asked me first. I told you about the bus.|You sent me up the stairs, and he was cross.}
{stayed: You and Dad talked and talked. I made toast.|You went again, and it was only us.}
-> DONE

=== as_parent ===
{asked: I heard my girl laugh with somebody at the door.|I was woken by my girl, and there you stood.}
{stayed: You let me say all of it.|You gave me a time. I kept it.}
-> DONE

=== as_colleague ===
{stayed: You were an hour late, and I took your call.|You were on time for the next family.}
-> DONE

=== as_court ===
{asked: The record has the child's words, taken before her father came.|The record has none of the child's words.}
{stayed: It has a long account of his.|It has a time for a second visit.}
-> DONE

=== by_duty ===
{asked: The child was heard alone.|The child was not heard alone.}
{stayed: He was listened to. Another family was kept waiting.|Both families had their time.}
-> DONE

=== by_outcome ===
{stayed: Corin trusts you a little more. Wenna had her tea late.|Corin has a time to wait for. Nobody knows how the evening went.}
-> DONE
