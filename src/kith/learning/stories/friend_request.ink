# title: The red swimming hat
# theme: boundaries
# minutes: 12
# says: The night before a review conference, a father you have worked with for a year asks to be your friend online.
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
It is twenty to ten at night, and you are at home on the sofa. Your own phone hums. Kwame has asked to be your friend online. There is a message with it.
"For the swimming. Esi did her ten metres. You should have seen it. You are part of this." # speaker: kwame
Under it is a picture of Esi, seven, in a red swimming hat. You have worked with him for a year. At ten tomorrow there is a review of Esi's child protection plan, and your report says that the plan can end.
You know how the app came to suggest you to him. In January, in the snow, your work phone died and you rang him from this one. You never wrote that down.
* [Put the phone face down and leave it] # key: leave
  ~ first = "leave"
  It hums once more against the arm of the sofa. On the other side of town he can see that his message has gone, and that nothing has come back. # touches: kwame # reflect: When you leave a message overnight, what do you think the other person makes of it?
  -> morning
* [Press decline, and say nothing tonight] # key: decline
  ~ first = "decline"
  The app does not tell him. But the button on his screen goes back to how it was before, and he will notice that tonight. # touches: kwame # reflect: How do you say no to somebody so that they know it is not about them?
  -> morning
* [Fetch the work phone and send him three lines] # key: write
  ~ first = "write"
  It is in the car, and you go out in your socks. You write that you saw it, and well done Esi. You write that you can't be friends on there, because of the job and not because of him, and that you will talk tomorrow. You are meant to turn that phone off at six. # touches: kwame # reflect: When you answer out of hours, what does the person learn to expect?
  -> morning
* [Tap the red hat, to see the swim] # key: tap
  ~ first = "tap"
  ~ knows = true
  His page is open to anybody. There is the badge, and the pool on Canal Street. In the seats, waving with both arms, is Ruth, Esi's mother. Ruth has been very ill. It is agreed that she sees Esi at her gran's, with gran there. You close the page. # touches: ruth # reflect: When you have looked at a page, what had you hoped to see, and what else did you find?
  -> morning

=== morning ===
Half past nine, and raining. Bridget, your manager, is locking her bike to the railings. She read your report on the train home, and likes it.
"Anything I should know before we go up?" # speaker: bridget
* [Tell her about the request and about the call in January{first == "tap":, and that you looked}] # key: all
  ~ told = "all"
  Bridget takes off her helmet. # touches: bridget # reflect: Which of your own slips would be hardest to tell your manager, and why that one?
  "January. And it isn't written down anywhere." # speaker: bridget
  She is not cross. She wants it on the file today, with today's date. {first == "tap": She asks what you wanted from his page, and you have no good answer. The meeting has to hear about Ruth, she says, and it should come from him or from you.|She says that she will sit next to you this morning.}
  -> corridor
* [Tell her about the request, and leave January out] # key: part
  ~ told = "part"
  "On your own phone? It happens to all of us. Say no, and put it in the notes." # speaker: bridget # touches: bridget # reflect: When you tell your manager part of a thing, who are you protecting with the rest?
  She does not ask how he found you. {first == "tap": She does not ask if you looked.|She is already on the stairs.}
  -> corridor
* [Say no, and keep it for supervision on Thursday] # key: wait
  ~ told = "wait"
  "Good. Then let's finish one, for once." # speaker: bridget # touches: bridget # reflect: What can wait for supervision, and what does your manager need before the next meeting?
  She gives you a wet bag to carry, and you follow her up the stairs.
  -> corridor

=== corridor ===
Kwame is there before everybody, in a new white shirt. He has Esi's swimming certificate in a plastic sleeve.
{ first:
- "leave": "You got my message? No matter if not." # speaker: kwame
- "decline": "I pressed something by mistake last night. I am no good with these phones." # speaker: kwame
- "write": "I read your text three times. You are right. I only wanted somebody to see her." # speaker: kwame
- "tap": "You got my message? You saw the hat?" # speaker: kwame
}
Mrs Sandhu, who chairs the conference, is looking for the key to the room. Esi's teacher and the school nurse are on the stairs. You have about ten minutes.
* [Ask him into the side room, just you two] # key: side
  ~ talk = "side"
  You tell him that you can't be his friend, and that you have been glad to work with him. He listens with the certificate on his knees. # touches: kwame # reflect: When you speak to a parent alone before a meeting, how will it look to the others?
  {first == "tap": You tell him that you looked at his page.|Then he breathes out.}
  {first == "tap": "Then you saw Ruth. Esi asked her to come. I did not know how to tell you."|"There is something on my page. Ruth came to the pool. Esi asked her. I did not know how to tell you."} # speaker: kwame
  ~ knows = true
  ~ shared = true
  -> conference
* [Ask him in, with Bridget there] # key: three
  ~ talk = "three"
  {told == "wait": Bridget learns of the request at the same moment as he gets your answer. She does not look at you.|Bridget takes the chair by the door.} # touches: kwame # reflect: When you bring a manager into a talk, who does it help?
  { told == "all" and first == "tap":
    ~ shared = true
    You tell him that you can't be his friend. You say that you looked at his page, too, and who you saw. He says that Esi asked her mother to come. He says it to Bridget's shoes. He has put the certificate inside his coat.
  - else:
    You tell him that you can't be his friend, and why. Kwame says yes, of course, he understands. He says it to Bridget. He has put the certificate inside his coat.
  }
  -> conference
* [Say you will talk after, and let him go in with a clear head] # key: after
  ~ talk = "after"
  You promise to talk to him about it after the meeting. # touches: kwame # reflect: What have you put off until after a meeting, and did it belong before?
  "So serious! After, then." # speaker: kwame
  He holds the door for everybody, and sits down last.
  -> conference

=== conference ===
Mrs Sandhu goes round the table. Esi comes to school on time, clean and fed. She has gone up two reading books. Kwame has been to everything he was asked to. Ruth has sent her apologies. Then Mrs Sandhu turns a page.
"And time with Mum. Is that all as we agreed?" # speaker: sandhu
{knows: -> known|-> unknown}

=== known ===
{shared: Kwame looks at you, and you look at him. You have not settled which of you would say it.|{told == "all":Kwame smooths the plastic sleeve. Bridget looks at you.|Kwame smooths the plastic sleeve. Apart from him, only you know who was in those seats.}}
* [Say that Ruth was at the pool] # key: say
  ~ room = "said"
  { shared:
    You tell it as he told it. Esi asked, and Ruth came. She sat in the seats and went home. Kwame shuts his eyes. Mrs Sandhu asks him, and not you, how Esi was. They talk for an hour. The protection plan ends. The child in need plan that follows lets Ruth come to the pool, with gran. # touches: kwame # reflect: When you tell a meeting something for a parent, how do you leave them room to tell it?
  - else:
    ~ room = "exposed"
    ~ plan = "kept"
    You say that he asked last night to be your friend, that you opened his page, and that Ruth is on it. Kwame turns round in his chair. # touches: kwame # reflect: Before you bring something to a meeting, who has a right to hear it from you first?
    "You were on my page." # speaker: kwame
    {told != "all": Bridget puts down her pen.} The conference keeps the plan for three months more.
  }
  -> outside
* [Say nothing, and leave it to Kwame] # key: hold
  { shared:
    ~ room = "he"
    Nobody speaks for a while. # touches: kwame # reflect: How long can you bear a silence in a meeting, and who mostly ends it?
    "No. Ruth came to the pool. I should have rung, and I did not." # speaker: kwame
    His voice shakes. The teacher passes him the water. They talk for an hour. The protection plan ends. The child in need plan that follows lets Ruth come to the pool, with gran.
  - else:
    ~ room = "hidden"
    "All as agreed." # speaker: kwame
    You look at your papers. # touches: ruth # reflect: If you know a thing that you should not have gone looking for, what do you do with it at the meeting?
    {told == "all": Bridget waits for you to speak. Then she asks Mrs Sandhu if the decision can wait a week, and does not say why. Kwame puts the certificate in his bag.|The protection plan ends. People smile at Kwame. He smiles back, and does not look happy.}
  }
  -> outside
* [Ask for five minutes outside with him] # key: pause
  ~ room = "pause"
  {shared:In the corridor you ask him who should say it.|In the corridor you tell him that you looked at his page, and who you saw.} # touches: kwame # reflect: When would a short break have helped one of your meetings, and what stopped you asking?
  {shared:"You say it. No. I will say it."|"You had time to look at my page, and no time to answer me."} # speaker: kwame
  He goes back in and tells them himself, standing up. They talk for an hour. The protection plan ends. The child in need plan that follows lets Ruth come to the pool, with gran.
  -> outside

=== unknown ===
"All as agreed." # speaker: kwame
He says it fast. Mrs Sandhu writes it down. Then she asks you if the plan can end.
* [Say that it can, as your report says] # key: end_it
  ~ room = "ended"
  You say so, and the teacher and the nurse agree. Mrs Sandhu says that the protection plan ends today. Kwame takes out the certificate, and it goes round the table. Somebody says what a lovely hat. # touches: esi # reflect: When somebody says that all is well, what do you ask next?
  -> outside
* [Say that it can, and tell the room about the request] # key: tell_room
  ~ room = "told_room"
  You say that he asked to be your friend online, and that you said no. {talk == "after" and first != "write": That is how he gets your answer.|He knew your answer. He did not know that it would be in the minutes.} The note taker stops typing for a moment. Kwame looks at the wall chart. The protection plan ends. # touches: kwame # reflect: Which meetings need to know about your own boundaries, and who is embarrassed when you tell them?
  -> outside
* [Ask for three more months, to be sure it holds] # key: more
  ~ room = "more"
  ~ plan = "kept"
  You say that he is bringing her up alone, and that you would like to see one summer of it first. That is true. It was just as true when you wrote the report. The others look surprised, and agree. Kwame says nothing. # touches: esi # reflect: When you last changed a recommendation late, what had changed?
  -> outside

=== outside ===
It has stopped raining. Kwame is at the bus stop in his white shirt. {plan == "kept": After these three months another team takes over.|In two weeks another team takes over.}
{ room == "exposed":
  "I sent you one picture, of my daughter. You went and looked at the rest." # speaker: kwame
  He moves his bag all the same, so that you can sit.
- else:
  {talk == "after" and room != "told_room" and room != "pause":
    "You said after. So, it is after." # speaker: kwame
    {first == "write": He has your text on his phone. You say it again, face to face.|You tell him that you can't be his friend online, and why.}
  }
  He moves his bag so that you can sit.
}
{room == "exposed":"Tell me one thing. When you are finished with us, would you have said yes?"|"And when you are finished with us? Is it allowed then?"} # speaker: kwame
* [Say no, not then either, and offer a proper goodbye] # key: goodbye
  ~ last = "goodbye"
  He nods for a long time. Then he asks if four o'clock on a Friday is good. # touches: esi # reflect: How do you end work with a family, and does the child know which visit is the last?
  {room == "hidden": -> end_surprised}
  -> end_goodbye
* [Say no, and give him the team's address for Esi's news] # key: number
  ~ last = "number"
  You write it on the back of his bus ticket. Somebody always opens the mail, you say, but it won't always be you. # touches: kwame # reflect: What do you tell people about who will read what they send to your team?
  {room == "exposed": -> end_closed}
  -> end_number
* [Say that you would like to, and the rules won't let you] # key: rules
  ~ last = "rules"
  {room == "exposed":He looks at you for some time. Only the rules, he says.|His face opens. So it is only the rules, he says.} # touches: kwame # reflect: When you blame a rule for your no, what does the other person hear?
  {room == "exposed": -> end_closed}
  -> end_rules

=== end_goodbye ===
{plan == "kept":In the last week of the summer term|On your last Friday}, at four, Esi shows you ten metres on the carpet. {room == "exposed":Kwame stays in the kitchen with the tap running, and comes out to say goodbye.|Kwame makes the tea too sweet, and does not sit down until you do.} She has drawn you a fish that wears your glasses. At half past you tell her again that this is the last time, and put on your coat. # ending: goodbye; A Friday at four
-> END

=== end_surprised ===
On your last Friday, at four, Esi swims ten metres on the carpet. Then she fetches her dad's phone.
"Look, that's me. And that's my mum, in the seats! You didn't know that." # speaker: esi
Kwame has stopped with the cups in his hands. You have seen the picture before. You tell her no, you didn't know that. # ending: surprised; The same picture twice
-> END

=== end_number ===
In {plan == "kept":the autumn|May} a picture comes to the team's address: twenty metres, a blue badge. Kwame has written, for the one with the glasses. You have moved to another floor. A colleague prints it and pins it up by the fire notice. You walk past it for a week before you see who it is. # ending: number; By the fire notice
-> END

=== end_rules ===
He shakes your hand with both of his. In {plan == "kept":the autumn|May} your own phone hums on the sofa. Kwame has asked again to be your friend. Esi's hat is blue now. You have finished with us, he writes, so the rules must be finished too. # ending: rules; When the rules are finished
-> END

=== end_closed ===
He says thank you. He is polite. On the bus he holds his phone close and presses one thing after another, and you think that he is closing his page. No news of Esi comes to you or to the team. {last == "rules":He never asks about the rules again.|He has left the bus ticket on the bench.} # ending: closed; He shuts the page
-> END

=== as_child ===
I did ten metres. I had the red hat. My mum was in the seats and she waved so I swam to where the waving was. Dad was crying but he said it was the chlorine.
{ first:
- "write": He showed me his phone in the night because I was still up. It said well done Esi. He read it to me and then he read it again by himself.
- "leave": He kept looking at his phone in the night. I said who is it. He said nobody.
- "decline": In the night he said oh. Just oh. He put his phone in the bread bin.
- "tap": He kept looking at his phone in the night to see if somebody liked my hat.
}
{ room:
- "exposed": After the meeting he took the picture down. I asked him why. He said it was not for everybody.
- "said": After the meeting he said Mum can come to swimming again, if Gran comes.
- "he": After the meeting he said Mum can come again. He said he told them all by himself.
- "pause": After the meeting he said Mum can come again. He said he stood up to say it.
- "hidden": {told == "all":A lady rang him at dinner time. Then he said Mum can come again, and then he cleaned the whole cooker.|He said we don't talk about Mum at the pool. But I forgot.}
- "ended": He said we don't need to talk about Mum at the pool. He bought chips though.
- "told_room": He wasn't cross. He said he had been silly. He wasn't silly.
- "more": He said three more months. I said three more months of what.
}
{ last:
- "goodbye": {room == "hidden":You came and I showed you the picture of Mum. Your face went funny. Then you went.|You came on a Friday and I gave you a fish. Then you went. I watched from the window till the car was small.}
- "number": {room == "exposed":You don't come now. I don't know if you know about my twenty metres.|I got my twenty metres and Dad sent it to your office. You didn't write back, but I think it is on the wall.}
- "rules": {room == "exposed":You went and Dad didn't say your name.|Dad says you are our friend but not yet. I don't know when yet is.}
}
-> DONE

=== as_parent ===
I work in a warehouse. Nobody there knows that I can plait hair. When she did the ten metres there was one person I wanted to tell.
{ first:
- "leave": I sent it, and no answer came. I thought, now I have spoiled it, the night before the meeting.
- "decline": I sent it. Then the button was grey, then it was blue again. I understood. I felt like a man who has knocked at the wrong door.
- "write": I sent it and you wrote back. You said no. But you wrote her name. I slept.
- "tap": I sent it and forgot that my page was open, and who else was on it. Or I did not forget. I don't know.
}
{ talk:
- "side": In that small room I told you about Ruth. I had kept it to myself since Sunday. I felt light.
- "three": Then you brought your boss to tell me. I had a good shirt on. {shared:I talked about Ruth with my eyes on her shoes. They were wet.|I said yes, yes. I had been going to tell you about Ruth, and I did not.}
- "after": You said after. So I went in smiling, and I still had Ruth at the pool to tell.
}
{told == "all" and talk != "three" and first != "tap": Your boss sat close to you all through. I thought, it is because of my message.}
{ room:
- "said": You told them before I could. You told it right. But it was mine to tell.
- "exposed": And you knew already. You said good morning to me in that corridor, and you knew.
- "he": You waited for me, and I told them. My knees were shaking.
- "pause": {shared:You took me outside and asked me which of us. I chose.|You took me outside, and said you had looked. I was angry. But I was still the one who told them.}
- "hidden": I said all as agreed, and I saw you look down. I have wondered since what you knew.
- "ended": They passed the certificate round the table. Everybody held it.
- "told_room": You told them all that I had asked. Now it is written in the minutes.
- "more": Then you asked for three months more. I thought, it is because I asked to be your friend.
}
{ last:
- "goodbye": You came to say goodbye. Most of them do not.
- "number": I have an address with nobody's name on it. {room == "exposed":I left it at the bus stop.|I use it.}
- "rules": You said you would like to. {room == "exposed":I did not believe it.|I remember that.}
}
-> DONE

=== as_colleague ===
I'm Bridget. I manage the team. You were his worker for a year and he trusted you. He always picked up when you rang.
{ told:
- "all": You told me at the bike rail, January and all. I had to report that you'd used your own phone, and ask why nobody had a charger. I'd rather know.
- "part": You told me about the request. January I heard of later from his next worker. Kwame had told her that you once rang him in the snow, from your own phone. I would not have minded the call. I minded hearing it from her.
- "wait": You kept it for Thursday. {talk == "three":So I heard it in the side room, next to him, with my coat on.|{room == "told_room" or room == "exposed":So I heard it in the meeting with everybody else.|So I heard it when it was all over, and there was nothing left for me to do.}}
}
{ talk:
- "side": The nurse asked me later what you two had been doing in there. I said talking. She said yes, she'd seen.
- "three": He talked to me and not to you. It's the manager's badge. People do.
- "after": He came in as if it was his party. It was lovely to watch. {told == "all" and first == "tap":I knew what he had not said yet.|I did not know what he had not said yet.}
}
{ room:
- "exposed": When you spoke of his page, I thought of all the pages that people in my team have ever opened.
- "hidden": {told == "all":I knew what you knew, and I watched you not say it. So I asked for a week. I rang him at two.|I saw you look down. I thought that you were tired.}
- "more": Three more months is a lot of visits. I signed for them. I'd have liked to know why.
- "told_room": The note taker was upset for him. She asked me if it had to go in.
- "ended": We were done in forty minutes. I had booked two hours.
- else: We ran over by an hour. The next family sat in the corridor with a pushchair.
}
-> DONE

=== as_court ===
There are no proceedings. If there ever were, this is what a judge would find in the file.
{ told:
- "all": A note about a call from a private phone, made months late, which says that it is late. {first == "tap":Beside it, a note that the father's page was opened at night from a private account, for no stated reason.}
- "part": A note of a friend request, refused. Nothing about the call in January until another worker mentions it.
- "wait": {talk == "three":Nothing about the request before the talk in the side room.|{room == "told_room" or room == "exposed":The request, first mentioned in the minutes.|Nothing on the day about a request.}} A line in a supervision record, later that week.
}
{ talk:
- "side": No note of the ten minutes in a side room before the meeting.
- "three": A note of the talk in the side room, written by the manager.
- "after": No sign of any talk before the meeting.
}
{ first == "write": A text sent at eight minutes to ten at night, kept whole.}
{ first == "tap" and told != "all": Nothing about who opened the page, or when{room == "exposed":, before it was spoken of in the meeting|}.}
{ room:
- "said": Minutes with the visit to the pool in them, first in the worker's words and then in the father's.
- "he": Minutes in which the father tells of the visit to the pool himself, before he is asked again.
- "pause": Minutes with a break of five minutes, and then the father's account. Nothing says what was said in the break.
- "exposed": Minutes with what the worker saw on the page. No date, no copy, and no sign that the father was asked before. His answer is there: you were on my page.
- "hidden": Minutes in which the father says all as agreed. {told == "all":No decision, and no reason for there being none. A note of the manager's call at two, which gives one.|Nothing that corrects them.}
- "ended": Minutes in which the father says all as agreed. The pool is not mentioned.
- "told_room": Minutes with the friend request in them. About the mother they say all as agreed. The pool is not mentioned.
- "more": A report that says the plan can end, and a worker who says the next morning that it can't yet. No reason for the change. The pool is not mentioned.
}
{ last:
- "goodbye": A last visit, with its date and time.
- "number": {room == "exposed":A note that an address was given. Nothing came to it.|A picture sent to the team, and filed.}
- "rules": Nothing about what was said at the bus stop.
}
-> DONE

=== by_duty ===
{ first:
- "leave": To keep to your role: kept, by doing nothing. To be open with him about it: left for the morning.
- "decline": To keep to your role: kept at once. To tell him why: not that night.
- "write": To keep to your role and say so: kept that night. To keep the working hours you tell others to keep: not.
- "tap": To respect his private life: strained, though the page was open to all. He had shown you one picture. Now you knew something that you had not asked him.
}
{ told:
- "all": To tell those who need to know, and to put the record right: kept. For January, it came months late.
- "part": To tell those who need to know: kept in half. To keep a true record: the call in January was still missing.
- "wait": To tell those who need to know: put off. {talk == "three":He and your manager heard it together.|Your manager went into the meeting without it.}
}
{ talk:
- "side": To talk with him where he could talk freely: kept. To be seen to be fair by the others: they saw a closed door.
- "three": To have a witness: kept. To let him speak freely: strained.
- "after": To let him come to his own meeting with a clear head: meant. {first == "tap":Ruth was on his mind, and on yours.|There was something on his mind that you did not know of.}
}
{ room:
- "said": To be honest with the meeting: kept. To let people speak for themselves: strained, though Mrs Sandhu turned to him.
- "exposed": To be honest with the meeting: kept. To ask a man before you speak about him: not.
- "he": To let people speak for themselves: kept. To be honest with the meeting: kept too, because he spoke.
- "pause": To let people speak for themselves, and to be honest with the meeting: both kept.
- "hidden": To be honest with the meeting: {told == "all":your manager kept it for you, by asking for a week.|not kept. Those who decided for Esi did not know what you knew.}
- "ended": To tell the meeting what you knew: kept. Nobody had asked more about time with her mother.
- "told_room": To be open about yourself: kept. To protect his dignity: strained.
- "more": To use no more power than is needed: strained, unless the three months were needed. To give reasons: not kept.
}
{last == "rules": To be honest with him: strained at the bus stop, if the rules were not your only reason.|To be honest with him: kept at the bus stop.}
-> DONE

=== by_outcome ===
{ room:
- "said": Ruth comes to the pool on a Sunday, with gran beside her. Kwame is careful now about what he tells a worker.
- "he": Ruth comes to the pool on a Sunday, with gran beside her. Kwame tells his sister that he stood up to the whole table, though he was sitting.
- "pause": Ruth comes to the pool on a Sunday, with gran beside her. {shared:Kwame asks for a break in every meeting now, and gets it.|Kwame has not forgotten that you looked. He has not forgotten that you told him first, either.}
- "exposed": Ruth does not come to the pool. For three more months Kwame answers your questions politely. The new team finds him closed, and writes that down.
- "hidden": {told == "all":Bridget asked Kwame about the pool, and he said yes at once. The plan ended a week late, and Ruth may come to the pool, with gran. He still wonders who told her.|Ruth comes to the pool when she is well, and no worker knows. She has been well so far. If she falls ill again, it may be found out late.}
- "ended": Ruth comes to the pool when she is well. Only the three of them know. She has been well so far.
- "told_room": Ruth comes to the pool when she is well. Only the three of them know. Kwame tells meetings nothing that he is not asked.
- "more": Esi was on the plan for one more summer. In June Ruth came to the pool again, and this time Kwame rang you first. It may have been because of the three months, or because he had found the courage.
}
{ first:
- "write": He kept the text. Esi can read it by herself now.
- "tap": When you go swimming yourself, you sometimes think of Ruth waving.
- else: Your own number is still in his phone, from the call in the snow.
}
{ last:
- "goodbye": {room == "hidden":Esi has told her friends how surprised you were. One day she may work out that you were not.|Esi knows which day was the last. She has put a fish on the calendar there.}
- "number": {room == "exposed":Kwame has nobody to send the twenty metres to. He may find somebody better than a worker.|Kwame has somewhere to send Esi's news. One day nobody who reads it will know her, and he will stop.}
- "rules": {room == "exposed":He did not ask again.|You had to say no to him after all, and he had waited for a yes.}
}
{ told:
- "all": There is a phone charger in each of the team's cars now, and a line about it in the handbook.
- "part": Bridget asked you once why January was not in the notes. Neither of you has mentioned it since.
- "wait": January is still not written down. Nobody has noticed.
}
-> DONE
