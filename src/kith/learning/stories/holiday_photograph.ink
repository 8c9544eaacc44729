# title: A jug on a balcony
# theme: boundaries
# minutes: 13
# says: A mother whose drinking is on your plan has found a picture of you on holiday, and so has her daughter.
# standard: 2.2
# standard: 2.3
# standard: 2.7
# standard: 3.7
# standard: 3.11
# standard: 5.2
# pcf: 1
# pcf: 2
# pcf: 6
# capability: skills
# capability: critical_reflection
# capability: relationships
# law: repeat_viewing
# law: looking_online_covertly
# person: you; you; the social worker
# person: sherrie; Sherrie; Macy's mother
# person: macy; Macy; the child, twelve
# person: priya; Priya; your friend, who posted the picture
# person: owen; Owen; your manager
# person: graham; Graham; a colleague
# person: yvonne; Yvonne; another social worker
# person: bell; Mrs Bell; who looks after pupils at Macy's school
# place: Netherfold Chat
# place: Spain

VAR answer = ""
VAR car = ""
VAR who = ""
VAR school = ""
VAR last = ""

-> start

=== start ===
Tuesday, four o'clock, Sherrie's kitchen. It smells of toast. Before you have sat down she slides her phone across the table.
It is you, on a balcony in Spain. Your nose is burnt. You have a jug in your hand with a straw in it. Priya put it up in June, and anybody can see it.
"Day four. Still standing. Just." # speaker: priya
On the fridge, under a magnet like a pineapple, is the agreement: no drinking while Macy is in the house. Your name is next to Sherrie's.
"So is it one jug, for you lot? Or what?" # speaker: sherrie
Macy is in the doorway with her bag on her back. She has seen it before you have.
* [Say yes, that's you, and ask what she thought when she saw it] # key: own
  ~ answer = "own"
  Nobody has asked her that. It takes her a moment. # touches: sherrie # reflect: What did it cost to stay in the picture with her?
  "I thought, look at that. Nobody's put a paper on her fridge." # speaker: sherrie
  She pulls the phone back. She put it in the Netherfold Chat at dinner time, she says. She was that wild. Macy looks at the lino.
  -> car_park
* [Say your time off is your own, and go on with the visit] # key: shut
  ~ answer = "shut"
  Sherrie turns the phone over. She answers everything. Yes. No. Yes. When you go, Macy holds the door. # touches: macy # reflect: What did Macy see you do with a thing you did not like?
  "It's in the Netherfold Chat. Since dinner time. She won't say." # speaker: macy
  -> car_park
* [Say what is different: nobody was in your care that night] # key: differ
  ~ answer = "differ"
  It is true. It lies there next to the toast. Sherrie's thumb moves on the glass. # touches: sherrie # reflect: What did she hear, besides that you were right?
  "There. Netherfold Chat. Let's see what people think, then." # speaker: sherrie
  Macy says mum, once, very low.
  -> car_park

=== car_park ===
You sit in the car outside the chip shop. The group has three thousand people in it. Some of them are families you know. At five you have a visit to a new baby. Your own phone lights up: your cousin, with four question marks.
* [Ring Owen, your manager] # key: owen
  ~ car = "owen"
  You hear him close a door. # touches: owen # reflect: What did you hope he would say first?
  "How many have seen it? No. How are you? Sorry. How are you, and how many have seen it?" # speaker: owen
  He will have to tell two people above him tonight. One of them will want to see it.
  -> team_room
* [Ring Priya, and ask her to close her page] # key: priya
  ~ car = "priya"
  Priya is on a ward with her mask round her neck. She closes it while you wait. The copy in the group stays where it is. # touches: priya # reflect: Whose picture is it?
  "I put it up because you looked happy. You'd had that awful winter." # speaker: priya
  -> team_room
* [Open the group and read what they say] # key: read
  ~ car = "read"
  It is open to all. Sixty-one comments. One says what car you drive. One is a mother from another case: you had her two off her. One says leave it, we all have a drink. Near the end, a girl with her school tie on her head asks since when Macy has a social worker. # touches: macy # reflect: Which of these did you need to know, and which will you wish you did not?
  -> team_room
* [Put the phone in the glove box and go to the five o'clock] # key: on
  ~ car = "on"
  The baby is eleven days old. You hold him while his mother looks for the red book. For forty minutes you are good at this. Across town, Owen's phone rings. It is a councillor, and Owen says he knows of no picture. # touches: owen # reflect: Who was kept safe by the glove box?
  -> team_room

=== team_room ===
On Wednesday there is a paper umbrella stuck in your keyboard. Graham put it there, and is sorry by the time you have your coat off. Owen asks you into the small room.
{ car:
- "owen": He has asked the people who run the group to take it down. They will put it to a vote.
- "priya": He got it from his own sister, at nine last night. He did not know it was you until he made it bigger.
- "read": He asks if you have been in there. Then so has the council, he says, on your phone.
- "on": He minds the councillor less than he minds having said no to him.
}
"You're due back on Tuesday. You can go. I can come with you. Or somebody else can have it. Say which." # speaker: owen
* [Go back on Tuesday by yourself] # key: alone
  ~ who = "alone"
  He writes down that he offered. He hopes you don't mind. Sherrie gets the usual text, with the usual words: see you Tuesday at four. She reads it for a long time. # touches: sherrie # reflect: What were you showing, and to whom?
  -> art_room
* [Go back, with Owen in the other chair] # key: pair
  ~ who = "pair"
  He rings Sherrie to say so. # touches: sherrie # reflect: Who is made safer by a second person, and who is made smaller?
  "Two of you. Because of a photo. And I'm not meant to feel got at." # speaker: sherrie
  -> art_room
* [Ask him to give the case to somebody else] # key: hand
  ~ who = "hand"
  It will be Yvonne. She will be Macy's fourth, and Macy knows the number. On Tuesday you will go together, to hand over and say goodbye. # touches: macy # reflect: What is it about this that can't be mended by staying?
  -> art_room

=== art_room ===
On Friday Mrs Bell rings from the school. Somebody has printed the picture. It was on Macy's locker at break, with an arrow on it, and three words about whose social worker that is.
"They didn't know she had one. They do now. She's having her dinner in the art room. What would you like us to do?" # speaker: bell
* [Go there, and ask Macy what she wants] # key: see
  ~ school = "see"
  She has her coat on, and she is rolling bits of clay into peas. She does not look up. # touches: macy # reflect: What did you take on when you took on her secret?
  "Make mum take it down. But don't say I said." # speaker: macy
  -> tuesday
* [Leave it with Mrs Bell, and keep away from the school] # key: keep_off
  ~ school = "keep_off"
  You say your face is the last thing anybody there should see today. Mrs Bell agrees a bit too fast. She will find Macy somebody to eat with, ring the boy's mother, and leave a message for Sherrie. # touches: macy # reflect: What would Macy make of your staying away?
  -> tuesday
* [Ring Sherrie, and tell her what was on the locker] # key: ring
  ~ school = "ring"
  You can hear the radio in her kitchen. Then you can't. # touches: sherrie # reflect: What else might you have said, after the silence?
  "I never put Macy in it. I never said Macy." # speaker: sherrie
  In ten minutes the picture is gone from the group. There are copies.
  -> tuesday

=== tuesday ===
Tuesday, four o'clock. {who == "hand": Yvonne has the chair by the window, and you have your coat on.|{who == "pair": Owen has the chair by the window. He admires the pineapple.|You take the same chair.}} The floor is wet from the mop. {school == "see": You ask Sherrie to take the picture down. You can't say why.|Nobody says the word picture.}
"I'll tell you before you sniff for it. The night I sat up with that picture I'd had a bottle. Macy was asleep. I've not had one since." # speaker: sherrie
She is chewing mint. There may be something under the mint. This week you are not sure of your own nose.
{who == "hand": -> leaving|-> writing}

=== writing ===
"Go on, then. Write it. You've been waiting a week to write it." # speaker: sherrie
* [Write what she told you and what you smelt, and read it to her first] # key: read_to
  ~ last = "read_to"
  She listens with her arms folded. {who == "pair":Owen looks at the mop.|The tap drips.} When you come to the mint she goes red to the neck. # touches: sherrie # reflect: How sure do you have to be before a smell becomes a sentence?
  -> end_read
* [Write down what she told you, and leave out the mint] # key: omit
  ~ last = "omit"
  You use her own words, with the hour in them. It makes four lines. The rest of the box stays empty. # touches: macy # reflect: Was that fairness, or was it fear of looking unfair?
  -> end_omit
* [Say that somebody with no stake in it should come and see] # key: second
  ~ last = "second"
  You say it plainly: after last week she can't know you're fair, and you can't either. {who == "pair":Owen nods slowly. He had thought that he was that.|Sherrie looks at you for some time.} # touches: sherrie # reflect: What does Macy get from a fair look that is three days late?
  -> end_second

=== leaving ===
"That's for you to have, love. She's not having it." # speaker: sherrie
Sherrie says it to Yvonne, and not to you.
* [Tell Yvonne in the car about the mint] # key: tell
  ~ last = "tell"
  Yvonne has a cold. She smelt the mop. # touches: sherrie # reflect: What were you handing over, a fact or a week?
  -> end_tell
* [Say nothing of it, and let Yvonne start with her own eyes] # key: clean
  ~ last = "clean"
  You hand her the file, and the key facts, and where Macy likes to sit. # touches: macy # reflect: Whose clean page was it?
  -> end_clean
* [Stay behind two minutes, and ask Sherrie herself] # key: ask
  ~ last = "ask"
  You wait till Yvonne is on the path. You ask: is there wine under that? # touches: sherrie # reflect: Why was it easier to ask once you were going?
  -> end_ask

=== end_read ===
"Not admitted. I never admitted. I told you." # speaker: sherrie
So you change it. It says told. It says mint, and that you were not sure what was under it, and that she says there was nothing. She signs, and puts the pen down very straight. Macy comes in and looks from one face to {who == "pair":two others|the other}. She asks if there is toast. # ending: told; Not admitted, told
-> END

=== end_omit ===
The review comes in October. It goes well. Someone reads out your four lines as a good sign, and Sherrie looks at the table. In December she rings the duty desk at noon, and asks for you, and can't be understood. It may have been that Tuesday. It may have begun in December. There is nothing in the box to tell. # ending: mint; Four lines
-> END

=== end_second ===
Graham goes on Friday. He has never met them. He writes that the house is warm, the mother sober and rude, and the girl shy. That is Friday. Nobody was there on Tuesday to write about Tuesday. {who == "pair":Owen was, but Owen was there for you.|}
"He was all right. He never looked at me like he knew me." # speaker: sherrie
# ending: second; Friday's nose
-> END

=== end_tell ===
She puts it in her notes as yours: the last worker thought there might be drink, and was not sure. It is the first line in her hand. At her second visit she finds that she is sniffing before she has said hello. Sherrie sees her do it. # ending: handed; The first line
-> END

=== end_clean ===
Yvonne likes Sherrie. They laugh about the pineapple. It takes till November for Yvonne to find the boxes of wine behind the bath panel, half of them dusty. She rings you. She does not ask if you knew. She asks if there was anything she might have looked for. # ending: clean; Yvonne's own eyes
-> END

=== end_ask ===
"Course there is." # speaker: sherrie
She holds on to the sink. One glass, at two, because you were coming, with your face. You say that Yvonne has to know. She says she knows that. She says, go on then, and gets the magnet down, and gives it to you. You can't take it. You both stand there with the pineapple. # ending: pineapple; Two minutes in the kitchen
-> END

=== as_child ===
I found it first, actually. I was looking for what you're like. You were laughing. I didn't know you had teeth like that.
I showed mum because I thought it was funny. So.
{ answer:
- "own": You said yes that's me. You went red but you stayed in your chair. I've tried it since. It's hard.
- "shut": You just went on with your questions. Mum does that. She goes flat and then it's worse later.
- "differ": You said nobody was in your care. I'm who's in hers. So that was about me.
}
{ school:
- "see": You came to the art room and didn't touch the clay. I asked you one thing and you did it. Mum thinks you were embarrassed. I let her.
- "keep_off": Mrs Bell got me a girl to eat with. She's fine. I thought you'd come. Then I thought, why would you.
- "ring": You rang mum. She came in my room and sat on my feet. She said sorry to my feet. I heard the cupboard after.
}
{ who:
- "hand": Now it's Yvonne. She's number four. {last == "clean":She doesn't know where to look yet.|She looks at everything.} I've stopped telling them my middle name.
- "pair": You brought your boss. Mum mopped twice.
- "alone": You came back by yourself. I looked at your shoes in the hall and they were just shoes.
}
{ last:
- "read_to": There's a bit in my file now that mum corrected. I'd like to see that, when I'm old.
- "second": A man came. He asked me if I was all right and I said yes. He put yes.
- "omit": Nobody asked me about the mint. I buy it for her.
- "ask": Mum cried after you went, but in a washing up way.
- else: Nobody asked me about the mint. I buy it for her.
}
-> DONE

=== as_parent ===
Macy showed it me for a laugh. One in the morning and I'm still making it bigger. You'd a plaster on your heel.
I thought, you get to put yours down and go to bed.
{ answer:
- "own": You asked what I thought. Nobody asks. I nearly took it down there and then, and I didn't, because I'd have to say sorry with it.
- "shut": You said it was yours, your time. Fair enough. Where's mine? You've been in my bin.
- "differ": You told me the difference. I know the difference. She was stood in the doorway with her bag on.
}
{ school:
- "see": Then you want it down and you won't say why. I knew why. Mrs Bell rang me on the Friday and all. I wanted you to say it was for you.
- "keep_off": The school left a message to ring them. I thought, not today. So I got it off a woman in the chemist. I had to hold the shelf.
- "ring": You rang me about the locker. You didn't have a tone on. I'd have liked a tone.
}
{ who:
- "hand": And you gave us to somebody else, like a coat.
- "pair": And you fetched your boss. He was decent. He said about my pineapple.
- "alone": And you came back on your own. I'd not have.
}
{ last:
- "read_to": You read it me. It was horrible. It said told.
- "omit": You wrote what I said. You never wrote what you smelt. I saw you smell it. I don't know what I owe you for that.
- "second": So they sent a stranger. I was good for the stranger.
- "tell": The new one came in nose first. I wonder who gave her that.
- "clean": The new one laughed at my jokes. I thought, how long can I keep this up.
- "ask": You asked me straight, with your coat on. I said. Don't ask me why then and not all the other times.
}
-> DONE

=== as_colleague ===
I'm the one who stuck the umbrella in the keyboard. I thought it would help. I have a picture of me in a fountain that would end me.
{ car:
- "owen": Owen went through it with the whole team before lunch, so that nobody had to whisper. It was on a big screen. I am not sure that was better.
- "priya": Half of us had it from our own families before we had it from you. Nobody knew if you knew.
- "read": You could quote it. You did, by the kettle, all morning. I closed all my pages that night, and then I looked at the group too. I'm not proud.
- "on": We heard it from Owen, who'd had it from a councillor. He defended you for ten minutes on facts he did not have.
}
{ who:
- "alone": You went back by yourself and we watched the clock till half past five.
- "pair": Owen moved a panel to go with you. Somebody else's meeting got a chair with nobody in it.
- "hand": Yvonne took it without a sigh. She has nineteen. She'd have nineteen anyway, but she has that nineteen.
}
{ last:
- "second": Then I was sent, because I know nobody. I had forty minutes to be fair in. I wrote rude. I would take that out now.
- "read_to": You told us about told. I have checked four of my own. Admitted, all of them.
- "omit": You asked me over a sandwich if a smell is a fact. I said eat your sandwich.
- "tell": She said you'd warned her, and that now she could not tell what she smelt and what she had been told.
- "clean": She asked me later if you had known. I said, ask. She said she didn't want to have asked.
- "ask": You came back with red eyes and a line for Yvonne. It was a good line. It came an hour after the handover.
}
-> DONE

=== as_court ===
If this went to court in a year, the other side would have the picture. It would be behind the last tab.
{ car:
- "owen": There is a note from the first day: who rang whom, what was asked of the group, and what was not.
- "priya": There is nothing from the first day. The picture was closed at its source that night. Nothing in the file says who asked for it.
- "read": There is nothing on what was read that night, or why, or on whose phone. There is a worker who knows what another family wrote.
- "on": There is a visit to a baby at five, well written. There is a manager's email to a councillor that turned out to be wrong, and a second one.
}
{ school:
- "see": A note of Macy in the art room. Her wish is there. Her condition is there too, since she was not told that it would be.
- "keep_off": The school's log of the locker, the arrow and the art room. Nothing in Macy's words from anybody.
- "ring": A call to the mother with the time on it, and the group without the picture ten minutes after. Macy's words are not there.
}
{ last:
- "read_to": One page on the Tuesday, with told written over admitted, a doubt about the mint, and the mother's answer to it. It is signed.
- "omit": Four lines on the Tuesday. They are true. Nothing about what was smelt, so nothing about why it was left.
- "second": {who == "pair":Two people at the Tuesday visit, the mother's words, and no view from either. A third who came on the Friday.|A worker who says that they can't be thought fair. A second who came three days later, and saw another day.}
- "tell": A suspicion, named as a suspicion, with two hands between it and the kitchen.
- "clean": A handover with the bottle in it, in the mother's words, and no mint. In November, boxes. A question to the first worker about what was known, and the date on the answer.
- "ask": The mother's own words, said to a worker who had already left the case, and written an hour late. Whoever reads them will ask why they were said to that one.
}
-> DONE

=== by_duty ===
What a worker does on holiday is mostly the worker's own. Nobody here found a duty broken on the balcony.
{ answer:
- "own": To be honest about yourself: kept. To keep the talk on Macy: it waited while you were the subject.
- "shut": To keep to your role: kept. To listen to what sat under the picture: not that day.
- "differ": To be honest: kept. To use no more power than is needed: strained, in front of Macy.
}
{ car:
- "owen": To tell those who need to know: kept within the hour.
- "priya": To tell those who need to know: your friend first. Owen had it from his sister.
- "read": To have a reason before looking, and leave: neither was there. People wrote in that group who had no part in this.
- "on": To the baby at five: kept whole. To tell those who need to know: not that day.
}
{ school:
- "see": To hear the child: kept. To be honest with her mother: strained, since the reason had to stay out of the kitchen.
- "keep_off": To lean on what others do well: kept. To hear the child: left to Mrs Bell, who was not asked to.
- "ring": To be open with a parent: kept. To hear the child before acting for her: not.
}
{ last:
- "read_to": To write what was seen and how sure you were: kept. You had a stake in it and it stayed.
- "omit": To write fairly: you thought so. To write what bears on a child's safety: a piece is missing.
- "second": To own a conflict of interest: kept. To see Macy's week for what it was: late.
- "tell": To pass on what bears on a child's safety: kept. Not to colour the next pair of eyes: strained.
- "clean": Not to colour the next pair of eyes: kept. To pass on what bears on a child's safety: not all of it.
- "ask": To ask the person first: kept. To do it with the worker who has to act on it: not.
}
-> DONE

=== by_outcome ===
{ school:
- "see": The picture came down on the Sunday. Sherrie tells people that you begged. Macy has something on you now, and you on her, and it holds.
- "keep_off": The picture came down when the group got bored. At school it lasted five weeks, which is what those things last.
- "ring": The picture was down by Friday tea. Macy knows that her mother did it. She heard the cupboard, and has not said so to anybody.
}
{ who:
- "alone": Nobody in the team has said that they would have done it too.
- "pair": Owen is now somebody Sherrie rings. That is of use, and it is one more person in the house.
- "hand": Macy is polite to Yvonne. She counts.
}
{ last:
- "read_to": In the winter, when Sherrie had two bad weeks, she rang and said so before the visit. She used the word told. It may be nothing to do with it.
- "omit": In December Macy was at her aunt's for nine nights. Whether two more lines in the autumn would have changed that, nobody can say. Somebody asked.
- "second": Graham's good Friday helped Sherrie at the review. If the mint was wine, it helped it too.
- "tell": Sherrie and Yvonne did not get on. The drinking, if it was there, went where Yvonne did not go.
- "clean": Yvonne had two good months with Sherrie, and they were what got them through November. They were also two months.
- "ask": Sherrie has a place on a Monday group. She told them there about the pineapple. Yvonne still starts each visit as the one who wasn't told first.
}
{ car:
- "priya": Priya's page is shut. There are no pictures of you anywhere now, with her.
- "read": The mother from the other case never learned that you read hers. You are a little slower, now, when you ring her.
- "owen": The picture is in three inboxes above you. Nobody has said when it goes.
- "on": Owen checks his facts with you first. He did not use to need to.
}
-> DONE
