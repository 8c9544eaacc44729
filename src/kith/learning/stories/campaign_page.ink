# title: Two empty beds
# theme: engagement
# minutes: 15
# says: A mother whose children are in care has made a public page about it. Their initials are on it, a school jumper, and you.
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
# person: helen; Helen; the children's guardian, appointed by the court
# person: bola; Bola; who supervises family time
# person: lewis; Lewis; a reporter
# place: Bring S and Y Home

VAR first = ""
VAR route = ""
VAR told = ""
VAR door = ""
VAR last = ""

-> start

=== start ===
Colin comes to your desk with a sheet of paper and lays it face down.
It is about a public page that Nadia has made, called Bring S and Y Home. It has two thousand three hundred followers. At the top is your picture from the council's website, with your name.
"This is who took them." # speaker: nadia
In October there was a fire in a pan. Sami, ten, was minding Yara, four, in the night, for the third time. Nadia was at work; she cleans a station. The children are with a foster carer. On the fifteenth, in twelve days, a judge decides if they go home while the case goes on.
"Somebody has to read it once, for the children, and write down what is there. It doesn't have to be you." # speaker: colin
* [Read it yourself, once, at Colin's desk] # key: read
  ~ first = "read"
  It takes forty minutes. There are two children from behind in school jumpers, with the badge quite clear. Every night at half past seven she puts up two empty beds. Night night S. Night night Y. She writes that Sami can't sleep without his flat pillow. She never told you that. One comment says where you park. # touches: nadia # reflect: When you read something written about you, how do you look after yourself and still hear what it says?
  -> anita
* [Leave it, and let Colin read it] # key: shut
  ~ first = "shut"
  He reads it in his room with the door closed. He gives you four things: the initials, the jumpers, your picture, and a comment that says where you park. He does not tell you about the empty beds she puts up every night. # touches: colin # reflect: When somebody else reads a thing so that you need not, what might you not get to hear?
  -> anita
* [Ring Nadia before anybody reads it] # key: ring
  ~ first = "ring"
  You tell her that you have heard about a page and have not read it. # touches: nadia # reflect: Before a difficult call, how do you decide what you want from it?
  "Read it, then. It's the only place where anybody listens to me." # speaker: nadia
  Colin reads it that afternoon, for the file. At half past seven she puts up two empty beds, and writes that the worker rang and sounded scared. By morning half the office has been sent it.
  -> anita

=== anita ===
Anita, the council's lawyer, is on the speaker.
"It's an offence to publish anything likely to identify a child in a case that's still running. The initials and those school jumpers probably do. Your name's another matter. And she's allowed to be angry with us." # speaker: anita
A reporter called Lewis means to come on the fifteenth. The judge's order will say what he may print.
"I can write to her solicitor. I can ask the judge to deal with it on the fifteenth. Or I suppose you could ask her." # speaker: anita
* [Have Anita write, about the initials and the jumpers only] # key: letter
  ~ route = "letter"
  The letter goes on Thursday. On Friday the page has another name, and Nadia has cut the children out of the picture. Yours is bigger. She puts up the letter as well, with the names crossed out. By Sunday there are four thousand followers. # touches: nadia # reflect: How do your official letters read to somebody who opens them alone at home?
  -> stairs
* [Leave it for the judge on the fifteenth] # key: judge
  ~ route = "judge"
  Anita makes an application. It will be heard once, with Nadia's own lawyer next to her. Until then the page stays as it is. {first == "shut":You count the days on the calendar.|At half past seven each night you find yourself looking at the clock.} # touches: sami # reflect: When have you left a thing for a hearing, and who had to do the waiting?
  -> stairs
* [Ask her yourself at family time, about the jumpers and nothing else] # key: ask_her
  ~ route = "ask_her"
  Anita would rather it came from a solicitor. But you see Nadia every Tuesday about the children, and this is about the children. # touches: nadia # reflect: What can you ask a parent for in person that a lawyer can't, and when should you leave it to the lawyer?
  "Only the jumpers, then. Don't discuss the case. And don't ask for yourself." # speaker: anita
  -> stairs

=== stairs ===
On Monday Sami's teacher, Miss Pryce, rings. A woman at the gate{route == "letter":, who had seen the letter on the page,|} bent down and asked him if he was S. He said no. For the rest of the day he kept his coat on over his jumper.
After school you go to Janet's. He is sitting on the stairs.
"Am I S?" # speaker: sami
* [Say yes, tell him what the page is, and ask what he thinks] # key: tell
  ~ told = "tell"
  He asks how many people look at it. You tell him. He says that is more than his whole school. # touches: sami # reflect: How do you decide how much of the adults' argument a child should know?
  {route == "letter":"Mum cut us out of the picture. But she still does the beds. I like it that she does the beds."|"Can she take off the jumpers? But not the beds. I like it that she does the beds."} # speaker: sami
  You had not mentioned any beds. So he has seen it for himself.
  -> family_time
* [Say that it is for the grown-ups to sort out, and not for him to worry about] # key: shield
  ~ told = "shield"
  He nods. Then he asks Janet if he can borrow the tablet, for spellings. # touches: sami # reflect: When you last told a child not to worry, what did the child do next?
  -> family_time
* [Ask Helen, his guardian, to see him and tell the court what he thinks] # key: guardian
  ~ told = "guardian"
  You tell him that somebody is coming whose job is to tell the judge what he thinks. Helen can come on Friday. He counts on his fingers. That is four sleeps. # touches: sami # reflect: When you pass a child's question to somebody else, what do you say to the child meanwhile?
  -> family_time

=== family_time ===
Tuesday, four o'clock, the family centre. Nadia comes up the path holding her phone in front of her. She is filming live, and people are watching.
"Say it to them. Say when my kids are coming home." # speaker: nadia
Bola has her hand on the door. Behind it Yara has heard her mother, and is shouting mama and kicking the wood. {route == "ask_her":You had meant to ask about the jumpers.|} It is one minute past four.
* [Stand where you are, and answer her] # key: answer
  ~ door = "answer"
  You won't talk about the children to a phone, you say. You will talk to her about them as long as she likes. Yara has had her shoes on since two, waiting. The phone comes down. {route == "ask_her":Inside, you ask about the jumpers. She does not answer, but that night the picture is changed.|She puts it in her bag.} Thirty thousand people watch the film. # touches: nadia # reflect: When you answer in front of others, who are you talking to?
  -> car
* [Step back, and let Bola bring her in] # key: back
  ~ door = "back"
  You go round the side by the bins. Through the wall you hear Yara run to her. They have the whole hour. The film shows you walking away. By six somebody has put music to it. {route == "ask_her":Nobody has asked her about the jumpers.|} # touches: yara # reflect: When has it helped a child that you stepped out of sight, and what did it leave undone?
  -> car
* [Say that the visit begins when the phone is put away, and wait] # key: wait
  ~ door = "wait"
  She holds it up for eleven minutes. Nobody says anything. Yara kicks more slowly, and then stops. At last Nadia drops the phone in her bag and walks past you. {route == "ask_her":It is not a day to ask about jumpers.|} They have forty-eight minutes. Sami has counted. # touches: yara # reflect: When you hold to a rule at the door, which child is waiting behind it?
  -> car

=== car ===
That night Colin rings you at home. Under the film a stranger has put up a photograph of your car. It shows the road sign, and the child seat in the back. The man's profile picture is a dog, and he lives four hundred miles away. Colin has told the site, which needs two days.
"I'll come to the police with you now. Or I can take you off the case, and I'd understand. What do you want?" # speaker: colin
* [Go to the police, and stay on the case] # key: police
  ~ last = "police"
  The police take it seriously. They say that they will have to speak to the woman whose page it is. # touches: nadia # reflect: When you ask for help for yourself, who else will get a knock on the door?
  -> end_police
* [Ask to come off the case] # key: off
  ~ last = "off"
  Colin says of course, so quickly that you can tell he has been thinking about it. The new worker has the file by noon on Thursday. She reads until she falls asleep over it. # touches: sami # reflect: If you had to leave a case tomorrow, what would the children need from you first?
  -> end_off
* [Ask Anita to have the judge keep your name and face out as well] # key: order
  ~ last = "order"
  She will ask. But she warns you that judges are slow to protect people who work for the council from being criticised, and Nadia's lawyer will say so. # touches: anita # reflect: Where do you draw the line between protecting a child and protecting yourself?
  -> end_order
* [Ring Nadia, and tell her what is under her page] # key: tell_her
  ~ last = "tell_her"
  {door == "wait": It rings nine times. You think that she is looking at your name on the screen, and letting it ring.|She answers on the second ring.} # touches: nadia # reflect: When is it right to rely on a parent's decency, and who should you tell before you do?
  {door == "wait": -> end_unanswered|-> end_answered}

=== end_police ===
Two officers in uniform go up to Nadia's landing at tea time, and the neighbours open their doors. She had not seen the photograph of the car. She takes it down in front of them, and then the film as well. At court she waits until her lawyer has gone for coffee.
"There's a baby seat in it. I've got kids. You think I'd do that?" # speaker: nadia
You say no, you never thought so. But it is what the officers asked her, with the neighbours listening. # ending: landing; The police on the landing
-> END

=== end_off ===
On Thursday night your picture goes from the page. In its place are two words: we won. More people like it than anything she has put up before. {told == "guardian": Helen tells you later that Sami asked if it was because of what he said.|Janet tells you later that Sami asked if it was because of him.} On the fifteenth you still have to give evidence, since you wrote the statement. The new worker sits behind you with the file on her knees. # ending: won; We won
-> END

=== end_order ===
"You put your name to it when you took my kids. Why should it come off when I say it?" # speaker: nadia
It is not her turn to speak. The judge lets it go, and then gives you half. Nobody may show your road or your car. Lewis may not print your name. On her own page Nadia may still say who she is angry with. {told == "guardian": For the children the judge orders everything that was asked, and quotes what Sami told Helen.|For the children the judge orders everything that was asked.} Lewis's piece says that a social worker asked not to be named. # ending: half; Half of what you asked
-> END

=== end_answered ===
You say that there is a photograph of your car, and what is on the back seat. She does not speak. You can hear her breathing while she looks.
"I don't know him. I don't know any of them. There's four thousand people and I don't know one." # speaker: nadia
It is gone before she hangs up. The next evening at half past seven the beds are there, and your face is not above them. On the fifteenth each of you gives evidence against the other. Nobody mentions the call. # ending: strangers; She does not know one of them
-> END

=== end_unanswered ===
You leave a short message. You can hear your own voice shake. At nine the recording is on the page for everybody to play. The photograph of the car is gone, though. She took that down first. {first == "ring": It is the second time that she has put up a call of yours.|} Colin gets you a hire car and changes your hours. On the fifteenth you park two streets away and walk. # ending: shake; How your voice shook
-> END

=== as_child ===
I'm S. Yara's Y. There isn't another S who has a Y.
I used to look on Janet's tablet at half past seven. It was my bed. She'd put my dinosaur in it.
{ told:
- "tell": You told me properly. {route == "letter":I said nobody had better stop the beds. You wrote it down.|I said not the jumpers and yes the beds. {door == "answer" and route == "ask_her":Then the jumpers went. I think that was me.|The jumpers stayed till the judge.}}
- "shield": You said it was for grown-ups. I said I was doing spellings. I did do some.
- "guardian": Helen came on Friday with her pens. I told her three things, and one of them was my dinosaur. She wrote it down like it was important.
}
{ door:
- "answer": You and Mum were talking on the path. It wasn't shouting. Then she came in, and she was shaking, and she smelled of the station.
- "back": I looked for you out of the window and you were by the bins. It looked like hide and seek. We got the whole hour.
- "wait": It was forty-eight minutes. Yara stopped kicking. She never stops.
}
{ last:
- "police": Mum said the police came again. They came the night of the fire too.
- "off": Then you weren't our social worker any more. I think I asked too many things.
- "order": The judge said nobody's allowed to say it's us. I'm allowed to say it. I checked.
- "tell_her": One night the beds were there and your face wasn't. It looked more like just our room.
}
-> DONE

=== as_parent ===
You know what I do at half past seven? I make their beds. They're made already. I pull them apart and make them again.
I put up one picture, and eleven people wrote good night. I'd never had eleven people in my life.
{ first:
- "read": You read it. After that you asked Janet about his pillow. It took a page for one of you to hear about a pillow.
- "shut": You never read it. Your boss did. It was you I was writing to.
- "ring": You rang me, and you were scared, and I was glad. I'd been scared since October.
}
{ route:
- "letter": Then my solicitor gets a letter. I had to cut my own children out of a picture with my thumb. You try that.
- "judge": You said nothing to me for twelve nights, and then it was a judge. You lot always have somebody bigger to go to.
- "ask_her": {door == "answer":You asked me to take off the jumpers, just them. I wanted to say no. I did it on the night bus going to work.|It came out at court that you had meant to ask me about the jumpers. I'd have done it, if you'd asked me. I think I would.}
}
{ door:
- "answer": You told me about her shoes in front of everybody. She'd had them on since two o'clock. I keep thinking about that.
- "back": You walked off round the bins. I'd come to shout at you, and you weren't there, and then there was Yara.
- "wait": Eleven minutes, and I could hear her kick. I couldn't be the one who gave in, with all those people watching.
}
{ last:
- "police": They came to my door about your car. When people wrote things about me, nobody came.
- "off": I put we won. Then I had to tell a new one what size their shoes are.
- "order": You asked the judge to look after you. I thought, who do I ask.
- "tell_her": {door == "wait":I played your message to four thousand people. Then I played it by myself.|You rang and told me about the child seat. I'd never thought of you with a child.}
}
-> DONE

=== as_colleague ===
I'm Colin. Years ago somebody made a page about me. I lay the sheet face down for people because nobody did that for me.
{ first:
- "read": You read it at my desk. The first thing you asked for was a pillow. You told me that for weeks you went quiet at half past seven.
- "shut": I read it for you and gave you four things. I left out the beds, to spare you, and I think about them myself.
- "ring": You rang her before I'd got my coat off. I would have liked ten minutes first. But you were the only one who thought of talking to her.
}
{ door:
- "answer": My daughter showed me the film. She didn't know it was one of mine. She said, that one's all right. Thirty thousand people saw it, and that night one of them found your car.
- "back": The whole team knows the music off that film. Bola says it was the best hour those three have had.
- "wait": We argued about those eleven minutes at the team meeting. Half of us would have waited too. The others said an hour is an hour.
}
{ last:
- "police": I sat in the police station with you. You asked what would happen to her, and they said it was routine. You didn't like that.
- "off": I'd offered, so I can't complain. The new worker had four days before court, and two of them were a weekend. {first == "read":She rang you to ask about the flat pillow in your notes.|She asked me what they like for tea, and I had to look it up.}
- "order": Two of the team asked if they could have an order like that. I had to say it was only half of one.
- "tell_her": {door == "wait":You rang her from your kitchen and told me after. I would have said don't. Your voice went all over the internet, but she did take the car down.|You rang her from your kitchen and told me after. I would have said don't. It worked, and I would still say it.}
}
I had your picture taken off the council's website that week. I could have done that in October.
-> DONE

=== as_court ===
What follows is what the court's papers hold of it, and what they do not.
{ first:
- "read": One paragraph about the page: read once, on a given date, for a stated reason, with what in it concerns the children. The pillow is mentioned. There are no pictures, since photographs stay out of the bundle unless the judge directs otherwise.
- "shut": One paragraph about the page, in the manager's name, with four points. Nothing says what was left out.
- "ring": A note of a call to the mother, made before the page had been read. After it, one paragraph about the page, in the manager's name.
}
{ route:
- "letter": A letter to the mother's solicitor, and a note of what was taken down the day after. It shows that she can be asked to change something, and do it.
- "judge": An application of two pages, served in time. No note of why the jumpers could stay up for twelve nights.
- "ask_her": {door == "answer":A note of one question to the mother, with Bola present, and of the change to the picture that night.|A plan to ask the mother about the jumpers. No note that she was asked.}
}
{ told:
- "tell": Sami's own words: {route == "letter":leave the beds|not the jumpers, yes the beds}. They were taken down by the worker whose picture is on the page.
- "shield": Nothing from Sami about the page. The school's note of the woman at the gate.
- "guardian": Sami's wishes, in the guardian's report. He was seen four days after he asked his question, by somebody independent of the council.
}
{ door:
- "answer": The supervisor's note of family time: mother arrived at four, went in at two minutes past. A film, which neither side has filed.
- "back": The supervisor's note of family time: mother arrived at four, went in at one minute past, full hour. It does not say where the social worker was.
- "wait": The supervisor's note of family time: mother arrived at four, went in at twelve minutes past. It does not say why.
}
{ last:
- "police": A police record. The mother was spoken to. The photograph was somebody else's.
- "off": A change of social worker four days before the hearing. A statement by a worker who no longer has the case.
- "order": An application for the two children, and with it a request on behalf of the worker.
- "tell_her": No note of a telephone call that night{door == "wait":, though there is a recording of one|}.
}
-> DONE

=== by_duty ===
A mother may say in public that the council has wronged her. She should also know how to complain. She had a leaflet about that in October.
{ first:
- "read": To look once, for a reason, and write down what was seen: kept. What she wrote was meant for people on her side, and you were not one of them.
- "shut": To look no more than is needed: kept. To listen to what she was saying: left to Colin.
- "ring": To be open with her before anybody looked: kept. To know what you were ringing about: not yet.
}
{ route:
- "letter": To keep the children from being recognised: kept within days. To treat their mother with dignity: strained.
- "judge": To be fair to both sides: kept. To keep the children from being recognised: not for twelve nights.
- "ask_her": To try the smallest step first: {door == "answer":kept.|meant, and not done. The jumpers stayed until the fifteenth.}
}
{ told:
- "tell": To hear him and be straight with him: kept. The page was about you too, and you were the one who explained it.
- "shield": To spare him: kept, as far as you could see. To hear him: not.
- "guardian": To have him heard by somebody independent: kept. To answer him when he asked: put off.
}
{ door:
- "answer": To respect her: kept. To keep the children's business private: kept, but for the shoes.
- "back": To protect the children's hour with their mother: kept whole. To face her and answer for the council's decision: not on that path.
- "wait": To keep the children off a live film: kept. To protect their hour with their mother: twelve minutes were lost.
}
{ last:
- "police": To report a threat, even one to yourself: kept. To tell Nadia beforehand that the police would call: not done.
- "off": To stop before it was no longer safe for you to work: kept. To give the children a worker who stays: strained.
- "order": To protect the children: kept. You also asked for yourself, and the judge weighed that separately.
- "tell_her": To trust her with the truth: kept. To let your agency look after your safety: you went round it.
}
-> DONE

=== by_outcome ===
On the fifteenth the judge said that nothing may show who the children are. {route == "letter":By then the initials and the jumpers had been gone for ten days.|{route == "ask_her" and door == "answer":The jumpers were gone by then. The initials came down that night.|The initials and the jumpers came down that night.}} They stay with Janet until March, when the court will decide where they live.
{ last:
- "police": The police spoke to the man with the dog. He said it was a joke. Your child is fetched from nursery by the back gate. That was meant to be for a week.
- "off": The page has gone quiet, since so much of it had been about you. The new worker is learning what the children like. You are on other cases, and sleep better.
- "order": Lewis wrote about women who clean at night and cannot pay for a sitter. It was fair. It mentioned your request in one line, and that was the line people shared.
- "tell_her": {door == "wait":People put music to your voice. A man Nadia has never met runs the page for her now.|She closed the comments and puts up only the beds. Most people have stopped looking. Eleven of them still say good night.}
}
{ told:
- "tell": Sami tells people that he is S, and that the beds were his idea. He may be sorry one day that he did, or that he was asked.
- "shield": Sami still looks at the page when he can. He has read what people say about his mother, the kind things and the others. He has not told anybody.
- "guardian": Sami told Helen one thing that he asked her not to tell you. You do not know what it is. He says that Helen is his, and he has kept one of her pens.
}
{ first:
- "read": He has his flat pillow. It came in a carrier bag, with the dinosaur.
- else: He sleeps badly. Nobody at Janet's has heard about the pillow.
}
-> DONE
