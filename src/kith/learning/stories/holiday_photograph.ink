# title: A jug on a balcony
# theme: boundaries
# minutes: 13
# says: You are helping a mother to stop drinking. She and her daughter have found a picture of you on holiday, with a jug.
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
# person: bell; Mrs Bell; the pastoral lead at Macy's school
# place: Netherfold Chat
# place: Spain

VAR answer = ""
VAR car = ""
VAR who = ""
VAR school = ""
VAR last = ""

-> start

=== start ===
Tuesday, four o'clock, Sherrie's kitchen. Before you have sat down she slides her phone across the table.
It is a picture of you, sunburnt, on a balcony in Spain. You are holding a jug with a straw in it. Your friend Priya put it up in June, and anybody can see it. She has written underneath.
"Day four. Still standing. Just." # speaker: priya
On Sherrie's fridge, under a magnet like a pineapple, is the agreement. It says no drinking while Macy is in the house. You have both signed it.
"So is it one jug, for you lot? Or what?" # speaker: sherrie
Macy, twelve, is in the doorway with her school bag on. She has seen the picture already.
* [Say yes, that's you, and ask what she thought when she saw it] # key: own
  ~ answer = "own"
  Sherrie did not expect to be asked. It takes her a moment. # touches: sherrie # reflect: When somebody is angry about who you are outside work, how do you stay in the conversation?
  "I thought, look at that. Nobody's put a paper on her fridge." # speaker: sherrie
  She was that angry, she says, that at dinner time she put it in the Netherfold Chat, the group for the whole town. Macy looks at the floor.
  -> car_park
* [Say your time off is your own, and go on with the visit] # key: shut
  ~ answer = "shut"
  Sherrie turns the phone over. She answers all your questions with yes or no. When you go, Macy holds the door. # touches: macy # reflect: When you close a subject, what does the child in the room learn from how you did it?
  "It's in the Netherfold Chat. The whole town's in that. She put it there at dinner time and she won't say." # speaker: macy
  -> car_park
* [Say what is different: nobody was in your care that night] # key: differ
  ~ answer = "differ"
  Nobody argues with that. Sherrie picks up the phone, and her thumb moves on the glass. # touches: sherrie # reflect: When you are in the right, what else does the other person hear?
  "There. Netherfold Chat. Let's see what the rest of the town thinks, then." # speaker: sherrie
  Macy says Mum, once, very quietly.
  -> car_park

=== car_park ===
You sit in your car outside the chip shop. There are three thousand people in the group, and you work with some of their families. At five you are due to see a new baby. Your own phone lights up. Your cousin has sent you the picture and four question marks.
* [Ring Owen, your manager] # key: owen
  ~ car = "owen"
  You hear him close a door. # touches: owen # reflect: What do you hope your manager will say first when you ring about something embarrassing?
  "How many people have seen it? No. How are you? Sorry. How are you, and then how many?" # speaker: owen
  He will have to tell two people above him tonight. One of them will want to see the picture.
  -> team_room
* [Ring Priya, and ask her to close her page] # key: priya
  ~ car = "priya"
  Priya is a nurse, and on the ward. She closes her page while you wait. The copy in the group stays where it is. # touches: priya # reflect: What have your friends and family put online about you, and have you talked to them about it?
  "I put it up because you looked happy. You'd had that awful winter." # speaker: priya
  -> team_room
* [Open the group and read what they say] # key: read
  ~ car = "read"
  Anybody can read it. There are sixty-one comments. One says what car you drive. One is by a mother in another case of yours, whose two children were removed. One says leave it, we all have a drink. Near the end a girl from Macy's school asks since when Macy has had a social worker. # touches: macy # reflect: When you read what people write about you, which of it do you need to know for your work?
  -> team_room
* [Put the phone in the glove box and go to the five o'clock] # key: on
  ~ car = "on"
  The baby is eleven days old. You hold him while his mother looks for his health record. For forty minutes you do your job well. Meanwhile a councillor rings Owen about a picture. Owen says that there is no such picture. # touches: owen # reflect: Who has to know before the end of the day, even when you are busy with another family?
  -> team_room

=== team_room ===
On Wednesday somebody has stuck a paper cocktail umbrella in your keyboard. It was Graham, and he says sorry before you have your coat off. Owen asks you into the small room.
{ car:
- "owen": He has asked the people who run the group to take the picture down. They are going to put it to a vote.
- "priya": His own sister sent it to him at nine last night. He wishes that you had rung him first.
- "read": He asks if you have been reading the group. If so, he says, the council has been reading it, on your own phone and for no stated reason.
- "on": He has had to ring the councillor back. He does not mind that so much, he says. He minds having said that there was no picture.
}
"You're due there again on Tuesday. You can go by yourself. I can come with you. Or somebody else can have the case. Which would you like?" # speaker: owen
* [Go back on Tuesday by yourself] # key: alone
  ~ who = "alone"
  He makes a note that he offered. He hopes you don't mind. Sherrie gets the usual text: see you Tuesday at four. She reads it several times, looking for something about the picture. # touches: sherrie # reflect: After something has gone wrong with a family, what do you say before the next visit?
  -> art_room
* [Go back, with Owen in the other chair] # key: pair
  ~ who = "pair"
  He rings Sherrie to say so. # touches: sherrie # reflect: When two of you visit one parent, who feels safer and who feels smaller?
  "Two of you. Because of a photo. And I'm not meant to feel got at." # speaker: sherrie
  -> art_room
* [Ask him to give the case to somebody else] # key: hand
  ~ who = "hand"
  It will be Yvonne. She will be Macy's fourth social worker, and Macy keeps count. On Tuesday you will go together, so that you can hand over and say goodbye. # touches: macy # reflect: What would make you give up a case, and how would you explain it to the child?
  -> art_room

=== art_room ===
On Friday Mrs Bell rings from Macy's school. A boy in her year has printed the picture. It was on Macy's locker at break, with an arrow and the words "Macy's social worker".
"They didn't know she had one. They do now. She's having her dinner in the art room. What would you like us to do?" # speaker: bell
* [Go there, and ask Macy what she wants] # key: see
  ~ school = "see"
  Macy still has her coat on. She is rolling bits of clay into balls, and does not look up. # touches: macy # reflect: What do you say to a child who asks you to keep something from a parent?
  "Make Mum take it down. But don't say I said." # speaker: macy
  -> tuesday
* [Leave it with Mrs Bell, and keep away from the school] # key: keep_off
  ~ school = "keep_off"
  You say that you are the last person anybody should see there today. Mrs Bell agrees rather fast. She will find Macy somebody to eat with, speak to the boy and his mother, and leave a message for Sherrie. # touches: macy # reflect: When you stay away for a child's sake, how does the child know why?
  -> tuesday
* [Ring Sherrie, and tell her what was on the locker] # key: ring
  ~ school = "ring"
  You tell her. You hear her switch off the radio. # touches: sherrie # reflect: How do you tell a parent that something they did has hurt their child?
  "I never put Macy in it. I never said Macy." # speaker: sherrie
  In ten minutes the picture is gone from the group. There are copies.
  -> tuesday

=== tuesday ===
Tuesday, four o'clock. {who == "hand": Yvonne takes the chair by the window. You keep your coat on.|{who == "pair": Owen takes the chair by the window. He admires the pineapple.|You take the same chair as last week.}} Sherrie has just mopped the floor. {school == "see": You ask her to take the picture down. You can't say why.|Nobody mentions the picture.}
"I'll tell you before you sniff for it. The night I sat up with that picture I had a bottle of wine. Macy was asleep. I've not had one since." # speaker: sherrie
She is chewing mint. You think there may be wine under it. After last week you are not sure that you are being fair.
{who == "hand": -> leaving|-> writing}

=== writing ===
"Go on, then. Write it down. You've been waiting a week for that." # speaker: sherrie
* [Write what she told you and what you smelt, and read it to her first] # key: read_to
  ~ last = "read_to"
  You read it out. She admitted to a bottle on Monday of last week. There was a smell of mint, and there may have been drink. She listens with her arms folded. {who == "pair":Owen looks at his hands.|The tap drips.} At the word drink she goes red to the neck. # touches: sherrie # reflect: How sure are you before you put a smell on the file, and how do you write that you are unsure?
  -> end_read
* [Write down what she told you, and leave out the mint] # key: omit
  ~ last = "omit"
  You use her own words, with the day and the hour. It makes four lines. About that afternoon itself you write nothing. # touches: macy # reflect: When you leave out something you are unsure of, is it fairness, or are you afraid of looking unfair?
  -> end_omit
* [Say that somebody with no stake in it should come and see] # key: second
  ~ last = "second"
  You tell her plainly that after last week she can't be sure you're fair, and nor can you. {who == "pair":Owen nods slowly. He had thought that he was there for that.|Sherrie looks at you for some time.} # touches: sherrie # reflect: When are you the wrong person to judge what you see, and how quickly can another come?
  -> end_second

=== leaving ===
"That's for you to have, love. She's not having it." # speaker: sherrie
She has said it to Yvonne, and not to you. Yvonne writes it down.
* [Tell Yvonne in the car about the mint] # key: tell
  ~ last = "tell"
  Yvonne has a cold. She smelt nothing but the floor cleaner. # touches: sherrie # reflect: When you hand over a doubt, how do you say what you saw and what you only suspect?
  -> end_tell
* [Say nothing of it, and let Yvonne start with her own eyes] # key: clean
  ~ last = "clean"
  You give her the file and the important dates. You tell her where Macy likes to sit. # touches: macy # reflect: What have you kept back at a handover so that somebody would get a fresh start?
  -> end_clean
* [Stay behind two minutes, and ask Sherrie herself] # key: ask
  ~ last = "ask"
  You wait until Yvonne is on the path. Then you ask if there is wine under the mint. # touches: sherrie # reflect: Which question have you found easier to ask when you were leaving, and why?
  -> end_ask

=== end_read ===
"Not admitted. I never admitted. I told you." # speaker: sherrie
So you change the word to told. You write that you smelt mint, and were not sure if there was drink under it. You write that she says there was none. She signs, and puts the pen down very straight. Macy comes in and looks from one of you to {who == "pair":the next|the other}. She asks if there is any toast. # ending: told; She told you
-> END

=== end_omit ===
The review in October goes well. Somebody reads out your four lines as a good sign, and Sherrie looks at the table. In December she rings the duty desk at noon and asks for you, and they can't make out what she says. She may have been drinking ever since that Tuesday. She may have started in December. Nothing in the notes can tell you which. # ending: mint; Four lines
-> END

=== end_second ===
Owen sends Graham, who has never met them. He goes on Friday. He writes that the house is warm, the mother sober and rude, and the girl shy. That is how it was on Friday. How it was on Tuesday nobody has written down. {who == "pair":Owen was there on Tuesday, but he had come to support you.|}
"He was all right. He never looked at me like he knew me." # speaker: sherrie
# ending: second; How it was on Friday
-> END

=== end_tell ===
Yvonne puts it in her notes as yours: the last worker thought there might be drink, and was not sure. It is the first thing she writes about Sherrie. At her second visit she finds herself sniffing before she has said hello. Sherrie sees her do it. # ending: handed; The first line
-> END

=== end_clean ===
Yvonne likes Sherrie. They laugh about the pineapple. It is November before Yvonne finds the boxes of wine behind the bath panel, some of them months old. She rings you. She does not ask if you knew. She asks if there was anything that she might have looked for. # ending: clean; Yvonne's own eyes
-> END

=== end_ask ===
"Course there is." # speaker: sherrie
She holds on to the sink. She had one glass at two, she says, because you were coming. You say that Yvonne has to know. She says she knows that. Then she takes the agreement off the fridge and holds out the pineapple to you, for a goodbye present. You can't take it. You both stand there. # ending: pineapple; Two minutes in the kitchen
-> END

=== as_child ===
I found it first, actually. I was looking up what you're like. You were laughing. I didn't know you had teeth like that.
I showed Mum because I thought it was funny. So that was me.
{ answer:
- "own": You said yes that's me. You went red but you stayed in your chair. I've tried that since. It's hard.
- "shut": You just went on with your questions. Mum does that. She goes quiet and then it's worse later.
- "differ": You said nobody was in your care. I'm who's in hers. So that was about me.
}
{ school:
- "see": You came to the art room and you didn't make a speech. I asked you for one thing and you did it. Mum thinks you were embarrassed. I let her think it.
- "keep_off": Mrs Bell got me a girl to eat with. She's fine. I thought you'd come. Then I thought, why would you.
- "ring": You rang Mum. She came in my room and sat on my feet. She said sorry, to my feet. After that I heard the wine cupboard.
}
{ who:
- "hand": Now it's Yvonne. She's number four. {last == "clean":She doesn't know where to look yet.|She looks at everything.} I've stopped telling them my middle name.
- "pair": You brought your boss. Mum mopped twice.
- "alone": You came back by yourself. I thought you might not.
}
{ last:
- "read_to": There's a bit in my file now that Mum corrected. I'd like to see that when I'm older.
- "second": A man came. He asked me if I was all right and I said yes. He wrote down yes.
- "ask": Mum cried after you went, but then she did the washing up.
- else: Nobody asked me about the mints. I buy them for her.
}
-> DONE

=== as_parent ===
Macy showed it me for a laugh. One in the morning and I'm still sat there making it bigger. You'd a plaster on your heel.
I thought, you get to put your drink down and go to bed.
{ answer:
- "own": You asked me what I thought. People don't. I nearly took it down there and then, but I'd have had to say sorry as well.
- "shut": You said your time was your own. Fair enough. When's mine? You've been through my bin.
- "differ": You told me the difference. I know the difference. She was stood in the doorway with her bag on.
}
{ school:
- "see": Then you want it down and you won't say why. I knew why. Mrs Bell had rung me on the Friday. I wanted you to say you minded it yourself.
- "keep_off": The school left a message to ring them. I thought, not today. So I heard about the locker from a woman in the chemist's. I had to hold on to the shelf.
- "ring": You rang me about the locker. You weren't even nasty about it. I'd have found that easier.
}
{ who:
- "hand": And you passed us on to somebody else.
- "pair": And you fetched your boss. He was decent. He said something nice about my pineapple.
- "alone": And you came back on your own. I wouldn't have.
}
{ last:
- "read_to": You read it to me. It was horrible to hear. But it says told.
- "omit": You wrote what I said. You never wrote what you smelt. I saw you smell it. I don't know what I owe you for that.
- "second": So they sent a stranger. I was on my best behaviour for the stranger.
- "tell": The new one came in sniffing. I wonder who told her to.
- "clean": The new one laughed at my jokes. I thought, how long can I keep this up.
- "ask": You asked me straight, with your coat on, so I said. I don't know why I could say it then.
}
-> DONE

=== as_colleague ===
I'm Graham. I'm the one who stuck the umbrella in your keyboard. I thought it would help. There's a picture somewhere of me in a fountain, and nobody's found it yet.
{ car:
- "owen": Owen went through it with the whole team before lunch, so that nobody had to whisper. He put it on the big screen. I'm not sure that was better.
- "priya": Half of us got the picture from our own families before we heard from you. Nobody knew if you knew.
- "read": You could quote the comments. You did, in the kitchen, all morning. I locked all my pages that night, and then I read the group too. I'm not proud of it.
- "on": We heard about it from Owen, who'd had it from a councillor. He stuck up for you for ten minutes, and he'd got it all wrong.
}
{ who:
- "alone": You went back by yourself, and we watched the clock till half past five.
- "pair": Owen put off another family's meeting to go with you. They had waited three weeks for it.
- "hand": Yvonne took it without a word. That made nineteen children on her list.
}
{ last:
- "second": Then I was sent, because I didn't know them. I had forty minutes. I wrote rude. I'd take that out now.
- "read_to": You told us about told. I looked at four of my own records. It says admitted in all of them.
- "omit": You asked me over lunch if a smell is a fact. I said I'd write it down as a smell. You didn't say any more.
- "tell": She said that you'd warned her, and now she couldn't tell what she smelt from what she'd been told.
- "clean": She asked me later if you'd known. I said, ask. She said she'd rather not.
- "ask": You came back upset, with a line for Yvonne's notes. It was a good line. It reached her an hour after the handover.
}
-> DONE

=== as_court ===
There are no proceedings. If there were some in a year's time, Sherrie's lawyer could ask about the picture, though a photograph goes into the bundle only if the judge allows it.
{ car:
- "owen": A note from the first day: who rang whom, and what was asked of the people who run the group.
- "priya": No note from the first day. The picture was taken down at its source that night, and nothing on the file says at whose request.
- "read": No note of what the worker read that night, or why, or on which phone. The worker has read what a parent in another case wrote.
- "on": A visit to a baby at five, well recorded. A manager's email to a councillor that was wrong, and a second one that corrects it.
}
{ school:
- "see": A note of Macy in the art room, with her wish. It also says that she asked for her mother not to be told. Nobody had told Macy that this would be written down.
- "keep_off": The school's note about the locker and the art room. Nothing in Macy's own words.
- "ring": A call to the mother with the time on it. The picture was gone ten minutes later. Nothing in Macy's own words.
}
{ last:
- "read_to": One page on the Tuesday. Told is written over admitted. There is a doubt about drink, and the mother's answer to it. She has signed it.
- "omit": Four lines on the Tuesday, in the mother's words. Nothing about what the worker smelt that afternoon.
- "second": {who == "pair":The Tuesday visit by two people, the mother's words, and no view from either of them. A visit by a third on the Friday.|A note by the worker that somebody else should judge. A visit by somebody else three days later, on another day of the mother's life.}
- "tell": A suspicion, written down by somebody who had it from somebody else.
- "clean": A handover with the bottle in it, in the mother's words. Nothing about a smell. In November, boxes of wine. A question to the first worker about what was known, and the date of the answer.
- "ask": The mother's own words, said to a worker who no longer had the case, and recorded an hour later. The court will ask why the new worker was not there.
}
-> DONE

=== by_duty ===
What a worker does on holiday is mostly the worker's own business. Nobody here found that a duty was broken on the balcony.
{ answer:
- "own": To be honest about yourself: kept. To keep the visit about Macy: she waited while you talked about the picture.
- "shut": To keep to your role: kept. To listen to why Sherrie was angry: not that day.
- "differ": To be honest: kept. To use no more power than is needed: strained, with Macy listening.
}
{ car:
- "owen": To tell those who need to know: kept within the hour.
- "priya": To tell those who need to know: your friend first. Owen heard it from his sister.
- "read": To have a reason, and permission, before looking: neither was there. Other people had written in that group.
- "on": To the baby at five: kept whole. To tell those who need to know: not that day.
}
{ school:
- "see": To hear the child: kept. To be honest with her mother: strained, since you could not give her the reason.
- "keep_off": To use what others do well: kept. To hear the child: left to Mrs Bell, and nobody asked her to do it.
- "ring": To be open with a parent: kept. To hear the child before acting for her: not.
}
{ last:
- "read_to": To write what was seen, and how sure you were: kept. You had been hurt by her the week before, and still you were the one who judged.
- "omit": To write fairly: you thought so. To write what bears on a child's safety: a part is missing.
- "second": To say when your view may not be fair: kept. To know how things were for Macy that Tuesday: too late.
- "tell": To pass on what bears on a child's safety: kept. To let the next worker see for herself: strained.
- "clean": To let the next worker see for herself: kept. To pass on what bears on a child's safety: a part was missing.
- "ask": To ask the person first: kept. To do it with the worker who has to act on it: not.
}
-> DONE

=== by_outcome ===
{ school:
- "see": The picture came down on the Sunday after. Sherrie tells people that you begged her. You never said who asked. It is in the notes, though, and Sherrie may read them one day.
- "keep_off": The picture came down when the group got bored with it. At school the teasing lasted five weeks.
- "ring": The picture was down by Friday tea time. Macy knows that her mother did it. She has told nobody about the cupboard.
}
{ who:
- "alone": Sherrie tells her sister that you came back by yourself. She says it as if it was something in your favour.
- "pair": Sherrie rings Owen now, as well as you. That helps her, and it is one more person who knows her business.
- "hand": Macy is polite to Yvonne. She does not expect her to stay.
}
{ last:
- "read_to": In the winter Sherrie had two bad weeks. She rang you before the visit and said so. Perhaps that has nothing to do with a word on a page.
- "omit": In December Macy was at her aunt's for nine nights. Nobody can say if two more lines in September would have changed that. Somebody asked.
- "second": Graham's good report helped Sherrie at the review. If she had been drinking on the Tuesday, it helped her to hide that too.
- "tell": Sherrie and Yvonne did not get on. If Sherrie is drinking, she does it where Yvonne does not look.
- "clean": Sherrie and Yvonne had two good months, and could talk to each other when the wine was found. For those two months nobody helped Sherrie with it.
- "ask": Sherrie goes to a group on Monday nights. She told them there about the pineapple. Yvonne still minds that she was not told first.
}
{ car:
- "priya": Priya's page is closed to everybody. The two of you have not taken a picture together since.
- "read": The mother from the other case does not know that you read her comment. You have put off ringing her twice.
- "owen": The picture is in the inboxes of three managers. Nobody has said when it will be deleted.
- "on": Owen checks with you now before he tells anybody anything. He used not to need to.
}
-> DONE
