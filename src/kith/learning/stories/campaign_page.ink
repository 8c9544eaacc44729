# title: Two empty beds
# theme: engagement
# minutes: 15
# says: A mother whose children are in care has made a page about it, with their initials, a school jumper, and you.
# standard: 1.2
# standard: 2.1
# standard: 2.5
# standard: 2.6
# standard: 3.7
# standard: 6.1
# standard: 6.3
# pcf: 2
# pcf: 4
# pcf: 7
# pcf: 8
# capability: rights_and_involvement
# capability: relationships
# capability: organisation
# law: publishing_that_identifies_a_child
# law: private_proceedings
# law: open_reporting
# law: repeat_viewing
# person: you; you; the social worker
# person: nadia; Nadia; mother of Sami and Yara
# person: sami; Sami; the older child, ten
# person: yara; Yara; his sister, four
# person: colin; Colin; your manager
# person: anita; Anita; the council's lawyer
# person: janet; Janet; the foster carer
# person: pryce; Miss Pryce; Sami's teacher
# person: helen; Helen; the children's guardian, whom the court chose
# person: bola; Bola; who sits in at family time
# person: lewis; Lewis; a reporter
# place: Bring S and Y Home

VAR first = ""
VAR route = ""
VAR told = ""
VAR door = ""
VAR last = ""

-> start

=== start ===
Colin comes to your desk with one sheet of paper, face down.
It is called Bring S and Y Home. It has two thousand three hundred followers. At the top is your picture, off the council's own website, with your name.
"This is who took them." # speaker: nadia
In October there was a fire in a pan. Sami, ten, was minding Yara, four, for the third time. Nadia was at work. She cleans a station at night. The judge will look at it again on the fifteenth, in twelve days.
"Somebody has to read it once, for the children, and write down what is there. It doesn't have to be you." # speaker: colin
* [Read it yourself, once, at Colin's desk] # key: read
  ~ first = "read"
  It takes forty minutes. Two children from behind, in school jumpers, the badge quite clear. Every night at half past seven, two empty beds. Night night S. Night night Y. She says that he can't sleep without his flat pillow. She never told you that. One comment says where you park. # touches: nadia # reflect: What would you have given not to read, and what to have read sooner?
  -> anita
* [Leave it shut, and let Colin read it] # key: shut
  ~ first = "shut"
  He takes it into his room with a cup of tea, and comes out with the tea. He has four lines for you: the initials, the jumpers, your picture, and that somebody says where you park. He does not tell you about the beds. # touches: colin # reflect: What was taken off your shoulders, and what was taken out of your hands?
  -> anita
* [Ring Nadia before anybody reads it] # key: ring
  ~ first = "ring"
  You have been told of a page, you say, and have not read it. You can hear a mop bucket. # touches: nadia # reflect: What did you want the call to do?
  "Read it. It's the only place where anybody does." # speaker: nadia
  At half past seven, Colin tells you, there is a new line above two empty beds. The worker rang today, and sounded scared.
  -> anita

=== anita ===
Anita, the council's lawyer, is on the speaker with her mouth full.
"The initials with the jumpers, while the case is running: that's likely to tell people who they are. The law minds. You, it minds about less. And she may be as cross with us as she likes." # speaker: anita
Lewis, a reporter, may sit in on the fifteenth and write, by rules that the judge sets.
"I can write to her solicitor. I can leave it for the judge. Or you can ask her." # speaker: anita
* [Have her write, about the initials and the jumpers only] # key: letter
  ~ route = "letter"
  It goes on Thursday. On Friday the initials are gone, and the children are cut out of their own picture. Yours is bigger. She puts up the letter as well, with a line through every name. By Sunday there are four thousand followers. # touches: nadia # reflect: How did a careful letter look, from her sofa?
  -> stairs
* [Leave it for the judge on the fifteenth] # key: judge
  ~ route = "judge"
  It will be fair, and said once, and her own lawyer will be next to her. It will be twelve more nights. {first == "shut":You look at the calendar more than you did.|At half past seven you find that you know what time it is.} # touches: sami # reflect: Who was waiting, in those twelve nights, and for what?
  -> stairs
* [Ask her yourself at family time, for the jumpers and no more] # key: ask_her
  ~ route = "ask_her"
  Anita breathes down the phone. She would rather it came from a solicitor. But you see Nadia every Wednesday, about the children, and this is about the children. # touches: nadia # reflect: What can you ask her for that a lawyer can't, and what can't you?
  "Jumpers. Not the case. And not you." # speaker: anita
  -> stairs

=== stairs ===
On Monday Miss Pryce rings. A woman at the gate{route == "letter":, who had read the letter,|} bent down and asked Sami if he was S. He said no. He would not do games after that, since he would have had to take his jumper off and put it on again.
After school you go to Janet's. He is on the stairs with a torch, reading, though the light is on.
"Am I S?" # speaker: sami
* [Say yes, tell him what the page is, and ask what he thinks] # key: tell
  ~ told = "tell"
  He wants to know how many people. You tell him. He says that is more than the school. He turns the torch off and on. # touches: sami # reflect: How much of the page was his to know?
  {route == "letter":"Mum cut us out of the picture. But she still does the beds. I like it that she does the beds."|"Can she take off the jumper? But not the beds. I like it that she does the beds."} # speaker: sami
  {first != "read": You had not said anything about beds. He has seen it, then.|You had told him about the beds.}
  -> family_time
* [Say that it is for the grown-ups to sort out, and he need not carry it] # key: shield
  ~ told = "shield"
  He nods, the way his mother's landlord nods. He asks Janet if he can borrow the tablet, for spellings. # touches: sami # reflect: What does a child do with a no that is meant kindly?
  -> family_time
* [Ask Helen to see him, so that his words go straight to the judge] # key: guardian
  ~ told = "guardian"
  You tell him somebody is coming whose job is to say what he thinks. She can come on Friday. He counts the sleeps on the banister. It is four. # touches: sami # reflect: What did he hear when you sent for somebody else?
  -> family_time

=== family_time ===
Wednesday, four o'clock, the family centre. Nadia comes up the path with her phone held in front of her face. It is on. People are watching as she walks.
"Say it to them. Say when my kids are coming home." # speaker: nadia
Bola has her hand on the door. Behind it Yara has heard the voice, and is shouting mama, and kicking the wood. {route == "ask_her":You had meant to ask about the jumpers.|} It is one minute past.
* [Stand where you are, and answer her] # key: answer
  ~ door = "answer"
  You won't talk about them to a phone, you say. You will talk to her about them all day. Somebody small has had her shoes on since two. The phone comes down an inch. {route == "ask_her":Inside you ask about the jumpers. She does not answer. That night the picture is cut.|Then it goes into her bag.} Thirty thousand people see it. # touches: nadia # reflect: Who were you speaking to?
  -> car
* [Step back, and let Bola bring her in] # key: back
  ~ door = "back"
  You go round by the bins. Through the wall you hear Yara arrive. They have the whole hour. The film is of your back. It has music on it by six. {route == "ask_her":Nobody has asked about the jumpers.|} # touches: yara # reflect: What did you keep whole by leaving, and what did you leave?
  -> car
* [Say that the visit begins when the phone goes away, and wait] # key: wait
  ~ door = "wait"
  It stays up for eleven minutes. Nobody on the path speaks. The kicking slows down, and stops. Then she drops it in her bag and walks past you. {route == "ask_her":It is not a day to ask for jumpers.|} They have forty-eight minutes. Sami has counted. # touches: yara # reflect: Whose eleven minutes were they?
  -> car

=== car ===
That night, under the film, somebody puts up your car. You can see the road sign, and the child's seat in the back. It is not Nadia. It is a man with a dog for a face, four hundred miles off.
Colin rings you at home. The site has been told. It needs two days.
"I can go to the police with you now. I can take you off it. I'd understand. What do you want?" # speaker: colin
* [Go to the police, and stay on the case] # key: police
  ~ last = "police"
  They are kind, and they write down the dog. They will have to speak to the lady whose page it is. # touches: nadia # reflect: What did you know would follow, when you asked for help?
  -> end_police
* [Ask to come off the case] # key: off
  ~ last = "off"
  He says of course, so quickly that you can tell he had it ready. The new worker has the file by Thursday noon. She reads until she falls asleep on it. # touches: sami # reflect: When is leaving a way to look after them, and when is it only leaving?
  -> end_off
* [Ask Anita to have the judge keep your name and face out as well] # key: order
  ~ last = "order"
  She will ask. She says that judges mind being asked to hush things up, and that Nadia's lawyer will enjoy it. # touches: anita # reflect: What is the difference between hiding a child and hiding yourself?
  -> end_order
* [Ring Nadia, and tell her what is under her page] # key: tell_her
  ~ last = "tell_her"
  {door == "wait": It rings nine times. She looks at your name. You know she does, since you have seen her do it.|It rings twice.} # touches: nadia # reflect: What did you trust, and was it yours to trust with?
  {door == "wait": -> end_unanswered|-> end_answered}

=== end_police ===
Two officers go up to Nadia's landing at tea time, in their hats. All the doors open. She had not seen the car. She takes it down in front of them, and then she takes down the film. In the corridor at court she waits until her lawyer has gone for coffee.
"There's a baby seat in it. I've got kids. You think I'd do that?" # speaker: nadia
You say no. It was never what you thought. It is what was asked on her landing. # ending: landing; Hats on the landing
-> END

=== end_off ===
Your picture goes from the page on Thursday night. In its place are two words, we won. It is the most liked thing she ever put up. {told == "guardian": Helen tells you, later, that Sami asked if it was because of what he said.|Janet tells you, later, that Sami asked if it was because of him.} On the fifteenth you are called all the same, since you wrote the statement. The new worker sits behind you with the file on her knees. # ending: won; We won
-> END

=== end_order ===
"You sign your name to take a child. Why should it come off when she says it?" # speaker: nadia
It is not meant to be her turn. The judge lets it stand, and then gives half. Nobody may show your road or your car. Lewis may not print your name, as reporters mostly may not. On her own page Nadia may still say who she is angry with. {told == "guardian": The children have the rest of the order, and most of Helen's page.|The children have the rest of the order.} Lewis writes it down at the back. His piece says that a social worker asked not to be named. # ending: half; Half an order
-> END

=== end_answered ===
You say that there is a picture of your car, and what is on the back seat. She does not speak. You hear her breathing and scrolling.
"I don't know him. I don't know any of them. There's four thousand people and I don't know one." # speaker: nadia
It is gone before she hangs up. At half past seven the beds are there, without your face above them. On the fifteenth you sit ten feet apart and say hard things about each other. Nobody mentions the call. # ending: strangers; She does not know one of them
-> END

=== end_unanswered ===
You leave a message. You keep it short, and you hear your own voice shake. At nine the message is on the page, with the sound of it. The car is gone, though. She took that down first. {first == "ring": It is the second of your calls that she has put up.|} Colin moves you to a hire car and an odd hour. On the fifteenth you park two streets away and walk. # ending: shake; How your voice shook
-> END

=== as_child ===
I'm S. Yara's Y. There isn't another S who has a Y.
I used to look on Janet's tablet at half past seven. It was my bed. She'd put my dinosaur in it.
{ told:
- "tell": You told me properly. {route == "letter":I said nobody had better stop the beds. You wrote it down.|I said not the jumper and yes the beds. {door == "answer" and route == "ask_her":The jumper went. I think that was me.|The jumper stayed till the judge.}}
- "shield": You said it was for grown-ups. I said I was doing spellings. I did do some.
- "guardian": The pen lady came. I told her three things, and one of them was the dinosaur. She wrote it down like it was a law.
}
{ door:
- "answer": You and mum stood on the path. You talked like two people. Then she came in, and she was shaking, and she smelled of the station.
- "back": I looked for you out of the window and you were by the bins. It looked like hide and seek. We got the whole hour.
- "wait": It was forty-eight minutes. Yara stopped kicking. I didn't know she could stop.
}
{ last:
- "police": Mum said the police came again. They came the night of the pan too. She said it wasn't like that. It was the same hats.
- "off": Then you weren't ours. I think I asked too many things.
- "order": The judge said nobody can say we're us. I'm allowed to say it. I checked.
- "tell_her": One night the beds were there and your face wasn't. It looked more like just our room.
}
-> DONE

=== as_parent ===
You know what I do at half past seven? I make their beds. They're made. I unmake them and make them.
I put up one picture, and eleven people wrote good night. I'd not had eleven people in my life.
{ first:
- "read": You read it. You asked Janet about the pillow after that. So it took a page for somebody to hear pillow.
- "shut": You never read it. Your boss did. I wrote all that to you, and you had it read for you.
- "ring": You rang me, and you were scared, and I was glad. I'd been scared since October.
}
{ route:
- "letter": Then a letter with a stamp on it. I cut my own children out with my thumb. You try that.
- "judge": You said nothing for twelve nights. Then it was a judge. You always have somebody bigger.
- "ask_her": {door == "answer":You asked me for the jumpers. Just them. I wanted to say no. I went home and did it on the night bus.|I heard later that you had meant to ask me about the jumpers. I'd have done it, for asking. I think I would.}
}
{ door:
- "answer": You told me about her shoes, in front of everybody. Since two o'clock! I've got that.
- "back": You walked off round the bins. I'd come to shout, and there was nobody there, and then there was Yara.
- "wait": Eleven minutes. I could hear her kick. I couldn't be the one to put it down, and nor could you.
}
{ last:
- "police": They came about your car. Nobody ever came about my door.
- "off": I put we won. I'd lost the only one of you who knew her shoe size.
- "order": You asked for your name back. I asked for mine off your files. We got half each.
- "tell_her": {door == "wait":I played your message to four thousand people. Then I played it to myself.|You rang and told me about the seat in the back. I hadn't thought of you with a seat in the back.}
}
-> DONE

=== as_colleague ===
I'm Colin. I have had a page of my own, years ago. I keep the sheet face down for people because nobody did for me.
{ first:
- "read": You read it in my chair. You came out asking for a pillow. For a week you knew the time without a clock, at half past seven.
- "shut": I read it for you. I gave you four lines. I kept the beds to myself and I've been keeping them since.
- "ring": You rang her before I had my coat off. I would have liked ten minutes first. I would have liked to have thought of it, too.
}
{ door:
- "answer": My daughter showed me the film, not knowing. She said, that one's all right. Thirty thousand people, and somebody had worked out your leave dates by night.
- "back": The team can all hum the music off that film. We try not to. Bola says it was the best hour they have had.
- "wait": We had it out over eleven minutes at the team meeting. Half of us would have waited. The other half have small children.
}
{ last:
- "police": I sat in the police station with you. You asked what would happen to her, and they said that it was routine. I saw you not like routine.
- "off": I'd offered, so I can't say that I minded. The new one had four days, two of them a weekend. {first == "read":She asked me who the flat pillow belonged to.|She asked me what they like for tea, and I had to look.}
- "order": Two of the team asked if they could have one of those orders. I said it was half a one.
- "tell_her": {door == "wait":You rang her from your kitchen and told me after. I would have said don't. I'd have been right about the message and wrong about the car.|You rang her from your kitchen and told me after. I would have said don't. It worked, and I still would have.}
}
I had your picture taken off the council's website that week. I could have done it in October.
-> DONE

=== as_court ===
The judge has the bundle by the Monday morning. This is what it holds, and lacks.
{ first:
- "read": One paragraph on the page: read once, on this day, for this reason, and what in it goes to the children. The pillow is in it. No pictures, since the rules keep those out unless the judge asks.
- "shut": One paragraph on the page, in the manager's name. Four lines. The judge has to take it that this is all there was.
- "ring": A call to the mother before anybody had read a word, noted. After it, one paragraph on the page, in the manager's name.
}
{ route:
- "letter": A letter to her solicitor, and what was taken down the day after. It bears on whether she can hear a no and act on it. It was written as if it did not.
- "judge": An application of two pages, served in time. Twelve nights between the finding and the hearing, and nothing in them to show what was weighed.
- "ask_her": {door == "answer":A note of one question to the mother, in front of a witness, and of what was gone that night.|A plan to ask the mother. No note that it was done.}
}
{ told:
- "tell": His own words: {route == "letter":leave the beds|not the jumper, yes the beds}. Written by the person whose picture is on the page.
- "shield": Nothing from him on the page at all. The school's note of the gate.
- "guardian": His words, in Helen's report, with the pen colours. They are four sleeps later than his question, and nobody's but his.
}
{ door:
- "answer": Bola's note: arrived at four, in at two minutes past. A film, which nobody files and everybody has seen.
- "back": Bola's note: arrived at four, in at one minute past, the full hour. It does not say where the worker was.
- "wait": Bola's note: arrived at four, in at twelve minutes past. It does not say what for.
}
{ last:
- "police": A police log, in which the mother is spoken to and is not the person they were looking for.
- "off": A change of worker four days before. A statement whose maker no longer knows the family's week.
- "order": A request by a worker, beside one for two children, on the same sheet.
- "tell_her": No note of a call that night{door == "wait":, though there is a recording of one|}.
}
-> DONE

=== by_duty ===
A mother may say that the state has wronged her. That is hers, and stays hers. To tell her how to complain: a leaflet went to her in October.
{ first:
- "read": To look once, for a reason, and to write down what it was: kept. What she wrote was for people who were on her side.
- "shut": To look no more than is needed: kept. To hear what she was saying: left with Colin.
- "ring": To be open with her: kept. To be sure of the ground first: not.
}
{ route:
- "letter": To shield the children from being known: kept within days. To her dignity: strained.
- "judge": To be fair between the sides: kept. To shield the children from being known: not for twelve nights.
- "ask_her": To use the least that will do: {door == "answer":kept.|meant, and not done. The jumpers stayed until the fifteenth.}
}
{ told:
- "tell": To hear him and be straight with him: kept. You were on the page yourself, and were the one who told him.
- "shield": To spare him: kept, as far as you could see. To hear him: not.
- "guardian": To have him heard by somebody with no part in it: kept. To answer what he asked, when he asked it: put off.
}
{ door:
- "answer": To respect her, and to keep what is private: both kept in front of a crowd, but for the shoes.
- "back": To their hour with their mother: kept whole. To be the one who answers for what was done: not on the path.
- "wait": To keep the children off a live film: kept. To their hour with their mother: a fifth of it gone.
}
{ last:
- "police": To report a threat, also one to yourself: kept. Nobody told Nadia first.
- "off": Not to work past what is safe: kept. To the children, who lose one more: strained.
- "order": To the children: asked for and given. What you asked for yourself, the judge weighed as yours.
- "tell_her": To treat her as somebody who would mind: kept. To let the agency look after you: passed by.
}
-> DONE

=== by_outcome ===
On the fifteenth the judge said that nothing was to show who the children are. {route == "letter":By then it did not.|{route == "ask_her" and door == "answer":By then it did not.|The jumpers came down that night.}} Where they will live is for March.
{ last:
- "police": Nadia has a card from the police in her kitchen drawer. The man with the dog was spoken to, and said it was a joke. Your child is fetched from nursery by the back gate. That was to be for a week.
- "off": The page has gone quiet, since it had been about you. The new worker is learning shoe sizes. {first == "shut":Colin still knows when it is half past seven.|You still know when it is half past seven.}
- "order": Lewis wrote about women who clean at night and cannot pay for a sitter. It was fair. It had your request in it, in the ninth line, and that was the line people shared.
- "tell_her": {door == "wait":People put music to your voice. A man moderates the page for her now, and she has not met him either.|She shut the comments. It is only beds now. People drift off. Eleven of them still say good night.}
}
{ told:
- "tell": Sami tells people that he is S, and that it was him who said about the beds. He may be sorry some day that he did, or that he was asked.
- "shield": Sami still looks, on one tablet or another. He has read the comments about his mother, the good ones and the others. He has not said so.
- "guardian": Sami keeps a pen in his sock. He told Helen one thing that he asked her not to tell you, and you do not know it.
}
{ first:
- "read": He has the flat pillow. It came in a carrier bag, with a dinosaur.
- else: He sleeps badly. Nobody at Janet's has heard about a pillow.
}
-> DONE
