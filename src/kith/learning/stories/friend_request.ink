# title: The red swimming hat
# theme: boundaries
# minutes: 12
# says: A father you have worked with for a year asks to be your friend, at twenty to ten, the night before a review.
# standard: 2.1
# standard: 2.2
# standard: 2.3
# standard: 3.9
# standard: 3.11
# standard: 5.6
# pcf: 1
# pcf: 2
# pcf: 7
# capability: relationships
# capability: critical_reflection
# capability: skills
# law: repeat_viewing
# law: looking_online_covertly
# person: you; you; the social worker
# person: kwame; Kwame; Esi's father
# person: esi; Esi; the child, seven
# person: ruth; Ruth; Esi's mother
# person: bridget; Bridget; your manager
# person: sandhu; Mrs Sandhu; who chairs the conference
# place: Canal Street

VAR first = ""
VAR told = ""
VAR talk = ""
VAR room = ""
VAR last = ""
VAR plan = "ended"
VAR knows = false
VAR shared = false

-> start

=== start ===
It is twenty to ten at night. You are on the sofa with one shoe off. Your own phone hums. Kwame wants to be your friend. There is a message with it.
"For the swimming. Esi did her ten metres. You should have seen it. You are part of this." # speaker: kwame
The picture is Esi in a red swimming hat, both thumbs up. You have worked with him for a year. The review conference is at ten tomorrow, and your report says the plan can end.
You know how the app found you. In January, in the snow, your work phone died and you rang him from this one. You never wrote it down.
* [Put the phone face down and leave it] # key: leave
  ~ first = "leave"
  It hums once more against the arm of the sofa. On the other side of town he can see that it has gone, and that nothing has come back. # touches: kwame # reflect: Who was the silence kind to?
  -> morning
* [Press decline, and say nothing tonight] # key: decline
  ~ first = "decline"
  It takes one thumb. The app does not tell him. But the button on his screen goes back to how it was before, and he will find that out before he sleeps. # touches: kwame # reflect: What does a no say when it comes without words?
  -> morning
* [Fetch the work phone and send him three lines] # key: write
  ~ first = "write"
  It is in the car. You go out in your socks. You write that you saw it, and well done Esi. You write that you can't be friends on there, that it is the job and not him. You will talk tomorrow. The work phone is meant to be off at six. # touches: kwame # reflect: What did the hour say to him, besides your words?
  -> morning
* [Tap the red hat, to see the swim] # key: tap
  ~ first = "tap"
  ~ knows = true
  His page is open to anybody. There is the badge. There is the pool on Canal Street. In the seats, waving with both arms, is Ruth. The agreement says Ruth sees Esi at her gran's, with gran there. You close the page. The arms go on waving. # touches: ruth # reflect: What did you hope to see when you tapped?
  -> morning

=== morning ===
Half past nine, and raining. Bridget, your manager, is locking her bike to the railings. She read your report on the train home and she likes it.
"Anything I should know before we go up?" # speaker: bridget
* [Tell her about the request and about the call in January{first == "tap":, and that you looked}] # key: all
  ~ told = "all"
  Bridget takes off her helmet and holds it. # touches: bridget # reflect: What made January harder to say than last night?
  "January. And it is nowhere." # speaker: bridget
  She is not cross. She wants it written up today, with today's date on it. {first == "tap": She asks what the page was for, and you hear that you have no answer. Somebody has to say about Ruth, she says, and it should come from you or from him.|She says she will sit next to you this morning.}
  -> corridor
* [Tell her about the request, and leave January out] # key: part
  ~ told = "part"
  "On your own phone? It happens to all of us. Say no, put it in the notes." # speaker: bridget # touches: bridget # reflect: Which part did you leave out, and who was it for?
  She does not ask how he found you. {first == "tap": She does not ask if you looked.|She is already on the stairs.}
  -> corridor
* [Say no, and keep it for supervision on Thursday] # key: wait
  ~ told = "wait"
  "Good. Then let's finish one, for once." # speaker: bridget # touches: bridget # reflect: When is it too early to bring a thing, and when is it late?
  She gives you a wet bag to carry. You go up the stairs behind her with it held against your chest.
  -> corridor

=== corridor ===
Kwame is there before everybody, in a white shirt with the shop's folds still in it. He has Esi's certificate in a plastic sleeve.
{ first:
- "leave": "You got my thing? No matter if not." # speaker: kwame
- "decline": "I pressed something by mistake last night. I am no good with these phones." # speaker: kwame
- "write": "I read your text three times. You are right. I only wanted somebody to see her." # speaker: kwame
- "tap": "You got my thing? You saw the hat?" # speaker: kwame
}
Mrs Sandhu, who will chair, is looking for the right key. Esi's teacher and the school nurse are on the stairs. You have about ten minutes.
* [Ask him into the side room, just you two] # key: side
  ~ talk = "side"
  You say what you can't be, and what you have been, this year. He listens with the sleeve on his knees. # touches: kwame # reflect: What did the others see when that door closed?
  {first == "tap": You tell him that you looked.|He breathes out.}
  {first == "tap": "Then you saw Ruth. Esi asked her to come. I did not know how to tell you."|"There is something on my page. Ruth came to the pool. Esi asked her. I did not know how to tell you."} # speaker: kwame
  ~ knows = true
  ~ shared = true
  -> conference
* [Ask him in, with Bridget there] # key: three
  ~ talk = "three"
  {told == "wait": Bridget hears about the request at the same moment as he hears your answer. She does not look at you.|Bridget takes the chair by the door.} # touches: kwame # reflect: Who was the third chair for?
  { told == "all" and first == "tap":
    ~ shared = true
    You say it well enough. You say that you looked, too, and whom you saw. He tells Bridget that Esi asked her mother to come. He tells it to Bridget's shoes. The certificate has gone under his coat.
  - else:
    You say it well enough. Kwame says yes, of course, he understands. He says it to Bridget. The certificate has gone under his coat.
  }
  -> conference
* [Say you will talk after, and let him go in with a clear head] # key: after
  ~ talk = "after"
  You promise him: after. # touches: kwame # reflect: What was he free to think about, once you had said after?
  "So serious! After, then." # speaker: kwame
  He holds the door for everybody, and sits down last.
  -> conference

=== conference ===
Mrs Sandhu goes round the table. Esi is in on time and clean. She has gone up two reading books. She has a peg with her own drawing on it. Then she turns a page.
"And time with mum. All as we agreed?" # speaker: sandhu
{knows: -> known|-> unknown}

=== known ===
{shared: Kwame looks at you. You look at Kwame. Neither of you has said who would say it.|Kwame straightens the plastic sleeve. You are the only one at the table who has seen those arms, apart from him.}
* [Say that Ruth was at the pool] # key: say
  ~ room = "said"
  { shared:
    You say it as he said it. Esi asked, Ruth came, she sat in the seats and went home. Kwame shuts his eyes. Mrs Sandhu asks him, not you, what it was like. They talk for an hour. The plan ends, with Ruth's name in the new one. # touches: kwame # reflect: Whose words were they when you said them?
  - else:
    ~ room = "exposed"
    ~ plan = "kept"
    You say that his page was open, and that Ruth is on it. Kwame turns round in his chair. # touches: kwame # reflect: Who should have heard this first?
    "You were on my page." # speaker: kwame
    {told != "all": Bridget puts down her pen.} They keep the plan for three months more.
  }
  -> outside
* [Say nothing, and leave it to Kwame] # key: hold
  { shared:
    ~ room = "he"
    The radiator ticks. # touches: kwame # reflect: How long would you have waited?
    "No. Ruth came to the pool. I should have rung, and I did not." # speaker: kwame
    His voice goes up like a boy's. The teacher passes him the water. They talk for an hour, and the plan ends, with Ruth's name in the new one.
  - else:
    ~ room = "hidden"
    "All as agreed." # speaker: kwame
    You look at your papers. # touches: ruth # reflect: What did you know now, and what could you do with it?
    {told == "all": Bridget waits for you. Then she asks if the plan can be settled next week. Nobody knows why. Kwame puts the certificate in his bag.|The plan ends. People smile at Kwame. He smiles back and does not look happy.}
  }
  -> outside
* [Ask for five minutes outside with him] # key: pause
  ~ room = "pause"
  Chairs scrape. {shared:You ask him who should say it.|In the corridor you tell him that you looked, and what you saw.} # touches: kwame # reflect: What did the five minutes tell the people who stayed sitting?
  {shared:"You say it. No. I will say it."|"You had time to look, and no time to answer."} # speaker: kwame
  He goes back in and says it himself, standing up. They talk for an hour, and the plan ends, with Ruth's name in the new one.
  -> outside

=== unknown ===
"All as agreed." # speaker: kwame
He says it fast. Mrs Sandhu writes it down. Then she asks you if the plan can end.
* [Say that it can, as your report says] # key: end_it
  ~ room = "ended"
  You say it, and the teacher says it, and the nurse. Mrs Sandhu says it last. Kwame takes out the certificate at last, and it goes from hand to hand. Somebody says what a lovely hat. # touches: esi # reflect: What would you have had to ask, to hear more?
  -> outside
* [Say that it can, and tell the room about the request] # key: tell_room
  ~ room = "told_room"
  You say it in one plain sentence, and that your answer was no. {talk == "after" and first != "write": That is how he gets your answer.|He knew the answer. He did not know it would be typed.} The note taker's keys start, and stop. Kwame looks at the wall chart. The plan ends. # touches: kwame # reflect: What did being open cost, and who paid?
  -> outside
* [Ask for three more months, to be sure it holds] # key: more
  ~ room = "more"
  ~ plan = "kept"
  You say that he is doing it alone, and that you would like to see one summer of it. It is true. It was just as true when you wrote the report. Kwame counts on his fingers under the table: three. # touches: esi # reflect: What changed your mind between the report and the table?
  -> outside

=== outside ===
It has stopped raining. Kwame is at the bus stop in his white shirt. {plan == "kept": After three months it goes to another team.|In two weeks another team takes over.}
{ room == "exposed":
  "I gave you the hat. You went past the hat." # speaker: kwame
- else:
  {talk == "after" and room != "told_room" and room != "pause":
    "You said after. So, it is after." # speaker: kwame
  }
}
He moves his bag so that you can sit.
"And when you are finished with us. Is it allowed then?" # speaker: kwame
* [Say no, not then, and offer a proper goodbye] # key: goodbye
  ~ last = "goodbye"
  He nods for a long time. Then he asks if four is good, on a Friday. # touches: esi # reflect: What can a last visit hold that a page can't?
  {room == "hidden": -> end_surprised}
  -> end_goodbye
* [Say no, and give him the team's address for Esi's news] # key: number
  ~ last = "number"
  You write it on the back of his bus ticket. Somebody always opens it, you say. Not always me. # touches: kwame # reflect: Who is he writing to, when he writes to a team?
  {room == "exposed": -> end_closed}
  -> end_number
* [Say that you would like to, and the rules won't let you] # key: rules
  ~ last = "rules"
  His face opens. So it is only the rules. # touches: kwame # reflect: What did you leave open, and did you mean to?
  {room == "exposed": -> end_closed}
  -> end_rules

=== end_goodbye ===
{plan == "kept":In the last week of the summer term|On your last Friday}, at four, Esi shows you ten metres on the carpet. {room == "exposed":Kwame stays in the kitchen with the tap running. He comes out to say goodbye.|Kwame makes the tea too sweet. He does not sit down until you do.} She has drawn you a fish. It has your glasses on. At half past you put on your coat, and that is the end of it. # ending: goodbye; A Friday at four
-> END

=== end_surprised ===
On your last Friday, at four, Esi swims ten metres on the carpet. Then she fetches her dad's phone.
"Look, that's me. And that's my mum, in the seats! You didn't know that." # speaker: esi
Kwame has stopped with the cups in his hands. You look at the arms, for the second time. You say, no. You didn't know that. # ending: surprised; The same picture twice
-> END

=== end_number ===
In {plan == "kept":the autumn|May} a picture comes to the team's address: twenty metres, a blue badge. It says, for the one with the glasses. You have moved desks. A colleague prints it and pins it up by the fire notice. You pass it on your way to the kettle for a week before you see who it is. # ending: number; By the fire notice
-> END

=== end_rules ===
He shakes your hand with both of his. In {plan == "kept":the autumn|May} your phone hums on the sofa. It is Kwame. The hat is blue now. He has written that the rules must be finished, because you are. # ending: rules; When the rules are finished
-> END

=== end_closed ===
He says thank you. He is polite. On the bus he takes out his phone and holds it close, and you can see him pressing things, one after the other. When the bus pulls out he has put it away. No news comes to anybody. {last == "rules":He never asks about the rules again.|The bus ticket is on the floor of the shelter.} # ending: closed; He shuts the page
-> END

=== as_child ===
I did ten metres. I had the red hat. My mum was in the seats and she waved so I swam to where the waving was. Dad was crying but he said it was the chlorine.
{ first:
- "write": He showed me his phone in the night because I was still up. It said well done Esi. He read it to me and then he read it again by himself.
- "leave": He kept looking at his phone in the night. I said who is it. He said nobody.
- "decline": In the night he said oh. Just oh. He put his phone in the bread bin.
- "tap": He looked at his phone in the night to see if somebody liked my hat.
}
{ room:
- "exposed": After the meeting he took the picture down. I asked him why. He said it was not for everybody.
- "said": After the meeting he said mum can come to swimming again, but a lady has to know.
- "he": After the meeting he said mum can come again. He said he told them all by himself.
- "pause": After the meeting he said mum can come again. He said he stood up to say it.
- "hidden": {told == "all":A lady rang him at dinner time. Then he said mum can come again, and then he cleaned the whole cooker.|He said we don't talk about mum at the pool. But I forgot.}
- "ended": He said we don't need to talk about mum at the pool. He bought chips though.
- "told_room": He wasn't cross. He said he had been silly. He wasn't silly.
- "more": He said three more months. I said of what.
}
{ last:
- "goodbye": {room == "hidden":You came and I showed you the picture of mum. Your face went funny. Then you went.|You came on a Friday and I gave you a fish. Then you went. I watched from the window till the car was small.}
- "number": {room == "exposed":You don't come now. I don't know if you know about the twenty metres.|I got my twenty metres and dad sent it to your office. You didn't write back, but I think it is on the wall.}
- "rules": {room == "exposed":You went and dad didn't say your name.|Dad says you are our friend but not yet. I don't know when yet is.}
}
-> DONE

=== as_parent ===
I do nights in a warehouse. Nobody there knows I plait hair. When she did the ten metres I had one person to tell.
{ first:
- "leave": I sent it and I watched the phone go dark. I thought, now I have spoiled it, the night before.
- "decline": I sent it. Then the button was grey, then it was blue again. I understood. I felt like a man who has knocked at the wrong door.
- "write": I sent it and you wrote back. You said no. But you said her name. I slept.
- "tap": I sent it with the page open, because I forgot what else was on it. Or I did not forget.
}
{ talk:
- "side": In that small room I told you about Ruth. I had carried it nine days. It was the lightest I was all year.
- "three": Then you brought your boss to tell me. I had a good shirt on. {shared:I told about Ruth with my eyes on her shoes. They were wet.|I said yes, yes. I had been going to tell you about Ruth and I did not.}
- "after": You said after. So I went in smiling, with Ruth at the pool inside my mouth like a stone.
}
{told == "all" and talk != "three": Your boss sat close to you, all through. I thought, that is my message, sitting there.}
{ room:
- "said": You said it before I could. You said it right. But it was mine.
- "exposed": And you already knew. You had been looking at Ruth when I was looking at you.
- "he": You waited for me, and I said it. My knees were going.
- "pause": {shared:You took me outside and asked me which of us. I chose.|You took me outside, and said you had looked. I was angry. I was still the one who got to say it.}
- "hidden": I said all as agreed, and I saw your eyes go down. I have thought about your eyes.
- "ended": They passed the certificate round like a baby.
- "told_room": You told them all about my asking. There is a page somewhere that says it.
- "more": Then you asked for three months. I thought, it is because I asked.
}
{ last:
- "goodbye": You came to say goodbye. People do not, mostly.
- "number": I have an address with nobody's name in it. {room == "exposed":I left it there.|I use it.}
- "rules": You said you would like to. {room == "exposed":I did not believe it.|I am keeping that.}
}
-> DONE

=== as_colleague ===
I manage the team. You were his worker for a year and it showed, in a good way. He picked up the phone to you.
{ told:
- "all": You told me at the bike rail, January and all. I had to write an email I did not want to write, about phones in the snow. I slept that night.
- "part": You told me about the request. January I found by myself, later on, in a phone bill. It was six minutes. I would not have minded the six minutes.
- "wait": You kept it for Thursday. {talk == "three":So I heard it in the side room, next to him, with my coat on.|{room == "told_room" or room == "exposed":So I heard it in the meeting with everybody else, and looked at my pen.|I heard it when it was all done, and I nodded like somebody being told about the weather.}}
}
{ talk:
- "side": The nurse asked me later what you two had been doing in there. I said talking. She said yes, she saw.
- "three": He talked to me and not to you. I have that effect, with the lanyard.
- "after": He came in like the host. It was lovely to watch. It made me nervous, and I did not know why.
}
{ room:
- "exposed": When you said about his page, I thought of every page any of us has ever opened.
- "hidden": {told == "all":I knew what you knew, and I watched you not say it. So I asked for a week. I rang him at two.|I saw you look down. I took it for tiredness.}
- "more": Three months is a hundred hours of somebody's time. I signed for them.
- "told_room": The note taker was upset for him. She asked me if it had to go in.
- "ended": We were done in forty minutes. I had booked two hours.
- else: We ran over by an hour. The next family sat in the corridor with a pushchair.
}
-> DONE

=== as_court ===
There are no proceedings. If there ever were, this is what a judge would find in the file.
{ told:
- "all": A note about a call from a private phone, months late, which says that it is late. {first == "tap":Beside it, a note that a page was opened at night, on a private phone, for no stated reason.}
- "part": A note of a friend request, refused. No note of the January call. A phone bill that shows one.
- "wait": {talk == "three":The request, first heard of in a side room, with the father there.|{room == "told_room":The request, first heard of in the minutes.|Nothing on the day about a request.}} A line in a supervision record, later that week.
}
{ talk:
- "side": A side room, ten minutes before the meeting, and no note of it.
- "three": A note of a talk in the side room, in the manager's hand.
- "after": No sign of any talk before the meeting.
}
{ first == "write": A text sent at eight minutes to ten at night, kept whole.}
{ first == "tap" and told != "all": Nothing about who opened the page, or when{room == "exposed":, before it was spoken of in the meeting.|.}}
{ room:
- "said": Minutes with the visit to the pool in them, first in the worker's words and then in the father's.
- "he": Minutes in which the father tells of the visit to the pool before anybody asks him twice.
- "pause": Minutes with a gap of five minutes, and then the father's account. Nothing says what passed in the gap.
- "exposed": Minutes with what was on the page. No copy of it, no date, and no sign that he was asked before. His reply is there: five words.
- "hidden": Minutes with three words, all as agreed. {told == "all":No decision, and no reason for there being none. A call from the manager at two which gives one.|Nothing that corrects them.}
- "ended": Minutes with three words, all as agreed. The pool is nowhere.
- "told_room": Minutes with the request, and three words about the mother, all as agreed. The pool is nowhere.
- "more": A report that says the plan can end, and a worker who the next morning says that it can't yet. The reason in between is not there. Nor is the pool.
}
{ last:
- "goodbye": A last visit, with a time.
- "number": {room == "exposed":An address given. Nothing came to it.|A picture sent to the team, and filed.}
- "rules": Nothing of what was said at the bus stop.
}
-> DONE

=== by_duty ===
{ first:
- "leave": To keep to your role: kept, by doing nothing. To be open about it: left for the morning.
- "decline": To keep to your role: kept at once. To say what it is: not yet, since no word went with it.
- "write": To say what your role is: kept that night. The hours you tell others to keep were not.
- "tap": To respect a private life: strained, though the page was open to all. He showed you a hat. The rest was meant for others. You knew a thing now that you had not asked him.
}
{ told:
- "all": To tell those who need to know, and to keep the record right: kept. For January, it came months late.
- "part": To tell those who need to know: kept in half. The record of January stayed wrong, because it stayed empty.
- "wait": To tell those who need to know: put off. {talk == "three":He and your manager heard it together.|Your manager went in without it.}
}
{ talk:
- "side": To talk with him where he could talk: kept. To be seen to be fair by the rest: a door was shut.
- "three": To have it said with a witness: kept. To say it so that he could answer: strained.
- "after": To let him come to his own meeting with a clear head: meant. {first == "tap":He had Ruth in it, and so had you.|He had something in it that you did not know of.}
}
{ room:
- "said": To be honest with the meeting: kept. To let people speak for themselves: strained, though Mrs Sandhu turned to him.
- "exposed": To be honest with the meeting: kept. To ask a man before you speak of him: not.
- "he": To let people speak for themselves: kept. To be honest with the meeting: it hung on him, for as long as the radiator ticked.
- "pause": To let people speak for themselves, and to be honest with the meeting: both kept, in front of a table that waited.
- "hidden": To be honest with the meeting: {told == "all":your manager kept it, by asking for a week.|not kept. Those who chose for Esi chose without it.}
- "ended": To tell the meeting what you knew: kept. You did not know much about the pool.
- "told_room": To be open about yourself: kept. His dignity was strained to do it.
- "more": To use no more power than is needed: strained, unless the three months were needed. The reason was not said.
}
{last == "rules": To be honest with him: strained at the bus stop, by a kindness.|To be honest with him: kept at the bus stop.}
-> DONE

=== by_outcome ===
{ room:
- "said": Ruth comes to the pool on a Sunday, with gran beside her. Kwame is careful now about what he tells in small rooms.
- "he": Ruth comes to the pool on a Sunday, with gran beside her. Kwame tells it as the day he stood up, though he was sitting.
- "pause": Ruth comes to the pool on a Sunday, with gran beside her. {shared:Kwame asks for a break in every meeting now, and gets it.|Kwame has not forgotten that you looked. He has not forgotten the corridor.}
- "exposed": Ruth does not come to the pool. Esi has three more months of visits by somebody her father answers politely. The new team finds him closed, and writes that down.
- "hidden": {told == "all":Bridget asked Kwame about the pool, and he said yes at once. The plan ended a week late, with Ruth's name in the new one. He still wonders who told her.|Ruth comes to the pool when she is well, and nobody has to know. She has been well so far. If that changes, it will be found out late.}
- "ended": Ruth comes to the pool when she is well. No one knows but the three of them. She has been well so far.
- "told_room": Ruth comes to the pool when she is well. No one knows but the three of them. Kwame does not tell meetings things.
- "more": Esi was on the plan for one more summer. In June Ruth came to the pool again, and this time Kwame rang you first. It may have been the months. It may have been June.
}
{ first:
- "write": He kept the text. Esi can read it now.
- "tap": You still see the arms sometimes, when you swim.
- else: Your own number is still in his phone, from the snow.
}
{ last:
- "goodbye": {room == "hidden":Esi has told her friends how surprised you were. She may work it out when she is fifteen, or never.|Esi knows the day it ended, and the hour. She has put a fish on the calendar there.}
- "number": {room == "exposed":Kwame has nobody to send the twenty metres to. He may find somebody. He may be better for it.|The news has a place to go. Some day it will reach a desk where nobody knows her, and he will stop.}
- "rules": {room == "exposed":He did not ask again. You had your answer ready all summer.|He asked again when you were gone. You had to say the other half of it then, to a man who had waited.}
}
{ told:
- "all": There is a charger in each of the team's cars now, and a line about it in the handbook.
- "part": That summer a phone bill came to light. You and Bridget have not spoken of it twice.
- "wait": January is still not written down. Nobody has missed it.
}
-> DONE
