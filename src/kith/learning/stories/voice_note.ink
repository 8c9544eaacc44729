# title: The voice note
# theme: skills
# minutes: 14
# says: A mother wants to play you nineteen seconds of a man's voice. The father says that it was made with a machine.
# standard: 2.1
# standard: 2.5
# standard: 3.1
# standard: 3.5
# standard: 3.10
# standard: 3.11
# standard: 3.12
# pcf: 5
# pcf: 6
# pcf: 7
# capability: knowledge
# capability: skills
# capability: critical_reflection
# law: domestic_abuse_in_private_law
# law: experts
# law: phones_in_family_proceedings
# law: private_proceedings
# person: you; you; the family court adviser
# person: oskar; Oskar; the child, seven
# person: aneta; Aneta; Oskar's mother
# person: rhys; Rhys; Oskar's father
# person: kasia; Kasia; Aneta's cousin
# person: imogen; Imogen; a colleague who sits near you
# person: desmond; Desmond; your manager
# place: Kith
VAR first = ""
VAR second = ""
VAR third = ""
VAR fourth = ""
VAR fifth = ""
VAR sixth = ""
-> start

=== start ===
You have nine days to finish your report. The court wants to know whether Oskar, who is seven, should go on spending weekends with his father. Aneta, his mother, says that Rhys frightened her for years. Rhys says that he did not. No court has decided yet which is so.
Aneta lays her phone on the table between you. Next door Oskar is drawing with the receptionist.
"It's nineteen seconds. Listen to it, and then you'll know." # speaker: aneta
* [Let her play it] # key: play
  ~ first = "play"
  A man speaks, close to the phone. He says Oskar's name. He says that a door's only a door, and that she knows what he can do. Something bangs, twice. You have talked with Rhys for an hour altogether, and you notice that you are comparing the voices. When it stops, there is no sound of crayons from next door. # touches: aneta # touches: oskar # reflect: When you are played a recording, what do you find yourself listening for?
  -> ten_to_three
* [Ask first how it came to her] # key: how
  ~ first = "how"
  It came to her cousin Kasia's phone, on a Thursday night, from a number that neither of them knows. Kasia sent it on. Aneta has played it to her sister, to her solicitor and at the school. You write this down. Her thumb stays over the button. "You don't want to hear it," she says. # touches: aneta # touches: kasia # reflect: How do you ask where something came from without sounding as if you do not believe it?
  -> ten_to_three
* [Ask her to send it to the office, and leave it unplayed] # key: send
  ~ first = "send"
  It takes her three tries. Kith takes in the file with the sound off, and says what it can see: nineteen seconds, a copy, no date of making. Below that it says that it cannot tell whether this is genuine. Aneta reads it over your arm. "It can't tell?" she says. "I can tell." # touches: aneta # touches: rhys # reflect: She lived with that voice. How do you write down what somebody is sure of, when you cannot know?
  -> ten_to_three

=== ten_to_three ===
It is ten to three. {first != "play":Aneta has told you what the man says: Oskar's name, and that a door's only a door. }At three you are to ring Rhys, who has taken an hour off from the tyre shop. Aneta does not get up.
"He's got our address. It's on the papers. What do I do tonight?" # speaker: aneta
Oskar has come to the door with his drawing.
* [Stay, and make a plan for tonight with her] # key: plan
  ~ second = "plan"
  You go through doors, keys, who picks up Oskar and which neighbour to ring. An advocate from the women's centre joins by phone. It takes fifty minutes, and at the end Aneta can say it all back to you. There are two slips from the switchboard. Rhys rang at ten past. Rhys rang at half past, and says he knows when he is being messed about. # touches: aneta # touches: rhys # reflect: You had promised both of them the same hour. How do you tell the one who has to wait?
  -> father
* [Tell her you must pass it on, and ring the council and the police] # key: police
  ~ second = "police"
  "Will you say it's from me?" You say yes. The council's duty worker takes it down. The police give you a number, and say that an officer will see Aneta tonight and then Rhys. Aneta pulls Oskar's hood up and down again. You move the call with Rhys to the morning. By then two officers have stood in his mother's front room, where he lives. # touches: aneta # touches: rhys # reflect: You passed it on as something alleged. How do you say that so that it is still alleged when it arrives?
  -> father
* [Give her the advocate's number, and keep the call to Rhys] # key: keep
  ~ second = "keep"
  You write the number on a card, and on the back another one for tonight. She reads both sides. From the window you see the two of them at the bus stop. Oskar swings on the rail. Aneta looks along the road one way and then the other for eleven minutes. You ring Rhys at three exactly. # touches: aneta # touches: oskar # reflect: When did you last give somebody a telephone number because you had no time? Did you hear whether they rang it?
  -> father

=== father ===
{second == "police":Rhys has not slept. You can hear that he is in the van.|You can hear a radio and a compressor, and then a door shutting on both.} {second == "plan":It is ten to four, and he has nine minutes left.}
"Right," he says. {second == "police":"They wouldn't tell me what I'm meant to have said. You tell me."|"What's she said about me now?"}
You have a list of fourteen questions. The first is what Oskar likes for breakfast.
* [Tell him what the note is said to say] # key: words
  ~ third = "words"
  You read out {first == "play":what you wrote down as it played|what Aneta told you}. For a while you hear only traffic. "I never said that. That's been made with a machine. I've two hundred videos up about tyres, anyone could get my voice off them." He takes a breath. "I do say door, though. Shut the door, mind the door. Everyone says door." # touches: rhys # touches: aneta # reflect: He answered something that he had not heard. When do you show somebody what is said about them before you ask them about it?
  -> machine
* [Ask your fourteen questions, and leave the note for the court to give him] # key: questions
  ~ third = "questions"
  Porridge, with the jam not stirred in. The hall light on at night. Swimming, up to his neck. He is good at this, or he has got ready for it, or both. At the end he waits. "And that's all, is it?" Two days later his solicitor writes. They have heard of a recording from Aneta's solicitor, and Rhys says that it was made with a machine. # touches: rhys # touches: oskar # reflect: He could tell that you were not saying something. What do you say when there is something you cannot talk about yet?
  -> machine

=== machine ===
{first == "send":The office has had the file for two days.|Aneta has since sent the file to the office too. It is a copy of a copy.} {first == "how":You know that it came to Kasia's phone first. Nobody else has asked.|In a message Aneta says how she got it. It came to the phone of her cousin Kasia, who sent it on.}
Imogen, at the next desk, leans over.
"There's a website. You drop it in and it gives you a percentage." # speaker: imogen
* [Let her try it] # key: site
  ~ fourth = "site"
  The website says that it is seventy-one per cent likely to be made by a machine. Imogen whistles. She drops the same file in again, to be sure. Thirty-eight. Then you both see the line underneath: what is sent may be kept to improve the service. In the file is a boy's name, and a man's voice that may or may not be his father's. # touches: rhys # touches: oskar # reflect: What do you type into or send to websites at work, and where does it go?
  -> school
* [Write down only what can be seen of the file] # key: seen
  ~ fourth = "seen"
  You write its length, its kind, that it is a copy, and a number that would change if anybody changed the file. There is no date of making, and there seldom is when a file has been sent on. Desmond, your manager, reads your half page twice. "It doesn't say anything," he says. You say that it says what is there. That Friday Kasia's phone contract ends, and you do not know it. # touches: aneta # touches: kasia # reflect: What do you write when a manager wants an answer and there is none yet?
  -> school
* [Ask Desmond and the lawyer to go to the court now] # key: lawyer
  ~ fourth = "lawyer"
  Desmond, your manager, rings the lawyer. "The original first," she says. "Whose phone is it, and is it still there? And nobody instructs an expert without the judge." She writes to the court and both sides within the hour. Kasia, who meant to trade in her phone on Friday, is asked to keep it. Both sides agree that the weekends stop until the judge has looked at this. # touches: kasia # touches: rhys # touches: oskar # reflect: One letter changed four people's weeks. Who tells each of them why, when you have sent such a letter?
  -> school

=== school ===
At Oskar's school you have a small room with a guinea pig in it. He draws a house, and a door on it as tall as the roof. Then he puts his mouth against the guinea pig's cage.
"A door's only a door," he says to it, in a deep voice. # speaker: oskar
The guinea pig runs into its tube.
* [Ask him where he heard that] # key: where
  ~ fifth = "where"
  "On my mum's phone. In the kitchen, and in the car, and at Kasia's." He thinks. "It's my dad's cross voice. But my dad doesn't bang. He shuts things slow." Then he asks what you are writing, and you read it to him. "You can put it in," he says. "But put that I said please can it stop." # touches: oskar # touches: aneta # touches: rhys # reflect: He said two things about the voice. How do you make sure that you write down the one you did not expect?
  -> report
* [Let it go by, and draw with him] # key: draw
  ~ fifth = "draw"
  You draw the guinea pig, and he says that the ears are wrong. He gives his door a handle. Then he gives it another on the other side. He says nothing more until it is nearly time to go. "Are you coming back, or is this the only time?" That is all you have to put in quotation marks. # touches: oskar # reflect: A child offers you something in a funny voice. How do you decide whether to pick it up?
  -> report

=== report ===
It is the evening before the report is due. {fourth == "lawyer":On Thursday the judge will hear both sides about Kasia's phone.|The hearing is in three weeks.} You have a page of what Aneta says and a page of what Rhys says, and the two agree on nothing.
Desmond rings from his car.
"They'll both turn to the same page. What does it say about that voice note?" # speaker: desmond
* [Both accounts, and what you ask the court to find out] # key: both
  ~ sixth = "both"
  You write that it is alleged and denied. You write what is not known: where the first file is, who made it, and when. You say that the court may want the original before anything else, and that whether an expert is needed is for the judge. It comes to three paragraphs. Neither Aneta nor Rhys will feel that you took their side. # touches: aneta # touches: rhys # reflect: How do you write "I do not know" so that it does not sound as if you do not care?
  -> end_both
* [Set it among the other things alleged, and advise no weekends until the facts are found] # key: risk
  ~ sixth = "risk"
  The note is one line among eleven. There is the car, the bank card, the time on the stairs. None of it is proved and all of it is denied, and you say so at each. If these things happened, they make a pattern. Until a court has decided, you advise two hours a week at a contact centre, with a worker in the room. # touches: oskar # touches: rhys # touches: aneta # reflect: How would you explain to a child of seven why his weekends change before anybody has decided?
  -> end_risk
* [Leave the note aside, and write of what you saw and heard yourself] # key: aside
  ~ sixth = "aside"
  You cannot say whose voice it is, so you leave it out. You write about Oskar: what he draws, who does his shoes up, what each of them knows about the jam. It is the best thing you have written this year. The voice note is one line in the list of papers. # touches: oskar # touches: aneta # reflect: What will somebody think who looks through your report for the thing that frightens them?
  -> end_aside

=== end_both ===
{
- fourth == "lawyer":
  Kasia hands her phone over. The judge orders that four days of messages be taken from it, and that a lawyer read them first. Then, since it cannot be settled otherwise, the judge allows an expert. It will be ten weeks. Meanwhile the phone lies in a sealed bag in an office in another town. # ending: sealed_bag; In a sealed bag
- else:
  The judge reads your three paragraphs and asks for the original. Kasia is fetched in from the corridor. She traded in her phone on that Friday, and the shop gave her ninety pounds. There are only copies now. The judge says that she will have to decide by hearing what each parent says, and sets aside two days for it. # ending: traded_in; Ninety pounds
}
-> END

=== end_risk ===
{
- fourth == "site":
  Rhys's barrister has been given your notes. "You had this tested, I see. Twice. Which number did you have in mind when you wrote page twelve?" You say neither of them. The barrister waits before the next question. Aneta, behind a screen, hears for the first time that there were numbers. # ending: two_numbers; Two numbers
- else:
  It is eleven weeks until a judge decides about the facts. Meanwhile there is the centre on a Saturday, with a carpet printed like a road. {fourth == "lawyer":Kasia's phone waits in a sealed bag for its turn. }Rhys pushes a car along the carpet, and a worker writes that he pushed a car. At ten to four Oskar begins to look at the door. # ending: carpet; The carpet like a road
}
-> END

=== end_aside ===
{
- fourth == "lawyer":
  The judge has the lawyer's letter and your report side by side. "Your agency writes to me about a recording, and your report does not mention it." She gives you until two o'clock to add a page. You write it by hand on a window sill outside the court, while everybody waits. # ending: window_sill; On the window sill
- else:
  Aneta's barrister asks whether the court will hear the recording. The judge says yes, for what it is worth. So it is played, nineteen seconds, from Aneta's own phone, with Rhys in the room. Then the judge turns to you and asks what you say about it. Your report has no page for it. # ending: played; Played in the room
}
-> END

=== as_child ===
I know it by heart. A door's only a door. I can do the bang as well, with my shoe.
{first == "play": It came on when I was drawing with the lady. I did a line right off the paper. The lady said let's do a boat.}
{first == "send": My mum was pressing and pressing on her phone and she said a bad word, and then they put it somewhere.}
{first == "how": My mum didn't play it that time. I was listening for it.}
{second:
- "plan": We've got a plan now. I go to the neighbour with the parrot if my mum says the special word. I'm not allowed to say what the word is.
- "police": The police came and they had big shoes. They went to my other nan's too, where my dad lives. My nan told me they said my name.
- "keep": We had to wait ages for the bus. My mum wouldn't let me swing on the rail properly because then she couldn't see past me.
}
{fifth == "where":I said where I heard it. I said put please can it stop. {sixth == "aside":I don't know if it got put in.|It did get put in. It got read out to me after.}|I did a door with two handles. The social worker did a rubbish guinea pig. I nearly said something but we were drawing.}
{sixth:
- "risk": I see my dad on the road carpet. He does the voices for all the cars. There's a lady writing. I do quiet voices.
- "both": {fourth == "lawyer":I'm not having weekends till somebody's looked in a phone. It's not even our phone.|I've got weekends, and then I haven't, and then I might.}
- "aside": {fourth == "lawyer":I haven't had a weekend at my dad's since it was conkers.|They played it in the court. So now everyone's heard it.}
}
-> DONE

=== as_parent ===
I'm Aneta. {first:
- "play": I watched the worker's face while it played. I know what I saw.
- "how": I was asked who, and when, and which phone. It was like being asked for the number plate of the car that hit you.
- "send": I sent it where they told me, and a computer said that it couldn't tell. I lived with him six years and I can tell.
}
{second:
- "plan": We went through the doors and the keys, and I slept, for the first night in a week. Nobody had ever asked me about the keys.
- "police": They had to pass it on, and they said so to my face. He knew by bedtime that it came from me.
- "keep": I got a card with two numbers on it. I had eleven minutes at that bus stop. His call was on time.
}
{sixth == "aside": I turned every page of that report. There was jam and there were shoes. There was nothing about what I'd brought.}{fourth == "site": They put it through some website, and I only heard about it afterwards.}
And I'm Rhys. {third == "words":I was told straight what I'm meant to have said, and I answered it straight.|I was asked about porridge by somebody who was thinking about something else.}
{second:
- "plan": I'd booked off an hour without pay, and I got nine minutes of it.
- "police": Two police officers on my mother's carpet, and they wouldn't say what I'd said.
- "keep": They said three o'clock, and it was three o'clock. I'll give them that.
}
{sixth == "risk":Two hours on a Saturday with a woman writing down that I pushed a car. How do you prove that you didn't say something?|{fourth == "lawyer":I've got no weekends, over a phone I've never seen. If they look into it properly, I'll wait.|How do you prove that you didn't say something, when it sounds like you?}}
-> DONE

=== as_colleague ===
It's Imogen here. I sit by the window, and I hear half of everything.
{second:
- "plan": The slips from the switchboard came to me first. He wasn't rude, the second time. He sounded like somebody who'd been forgotten.
- "police": When I heard the call to the police I thought, good. Then I thought about whoever was going to open that door.
- "keep": I saw them at the bus stop too. I had a call of my own at three, and I didn't go down either.
}
{fourth:
- "site": The website was my idea. I'd used it on a video of a dancing dog. It said seventy-one, and for about half a minute I was sure about that man. Then it said thirty-eight. I can't get the file back from them. {sixth == "risk":I heard what was asked in court. It was me who'd pressed the button.|I reported it to the data protection people, and they gave me a form with my name at the top.}
- "seen": I thought that half page was useless, to be honest. I'd wanted an answer. I've noticed since how often I want one.
- "lawyer": Half the office thought it was a lot of fuss for nineteen seconds. Then we heard that the phone had been going back to the shop on the Friday. But ten weeks is a long time for that little boy.
}
{sixth:
- "both": I read the three paragraphs at the printer. I'd have liked to know what the writer thought, and you can't tell from them.
- "risk": I've worked at that centre. There's a zebra crossing on the carpet, and the kids all stop their cars at it.
- "aside": Everyone says it's a lovely report. Nobody quite says what's missing from it.
}
-> DONE

=== as_court ===
{first:
- "play": The adviser's note has the words as heard once, from the mother's phone, with nobody else in the room. It does not say where the recording came from. That is noted two days later.
- "how": The adviser's first note says who had the recording, when, and who has heard it since. The adviser had not heard it.
- "send": The file was taken in unplayed, with a number by which any change would show. It is a copy. Where it came from is noted two days later.
}
{second:
- "police": There is a police reference and a note to the council. Both are marked as alleged.
- "plan": There is a plan for that night, made with the mother. The call to the father is noted as fifty minutes late.
- "keep": There is a note that two numbers were given. There is no note of what the mother did that night.
}
{third == "words":The father's answer is recorded on the day on which the words were put to him. He had not heard the recording.|The adviser did not ask the father about it. His answer comes from his solicitor, two days later.}
{fourth:
- "site": There are two percentages from a website for one file, 71 and 38. No expert gave them, and the court's permission was not asked. There is a report that data left the agency.
- "seen": There is half a page about the file. It does not say whether the recording is genuine, and does not try to.
- "lawyer": There is a letter to the court and to both sides, sent within the hour, asking that the original be kept.
}
{fifth == "where":{sixth == "aside":The child's words about the voice are in the adviser's notes. They are not in the report.|The child's words are there, both about the voice and about wanting it to stop.}|The child is quoted once. He asked whether this was the only time.}
{sixth:
- "both": The report says what is alleged, what is denied and what is missing.
- "risk": The report lists eleven allegations. Beside each it says that it has not been found.
- "aside": The report as filed does not speak of the recording.
}
{fourth == "lawyer":The original is kept, and has not yet been read.|There is no original. The phone to which it first came has been traded in.} {fifth == "where" and sixth != "aside":Apart from the parents and the child, nobody has said whose voice it is.|Apart from the parents, nobody has said whose voice it is.}
-> DONE

=== by_duty ===
{first:
- "play": Somebody frightened was listened to. The adviser had now heard one side's recording before the other side knew of it.
- "how": Where it came from was asked before anything else. To Aneta it felt like not being believed.
- "send": The file was kept whole and safe. Nobody asked Aneta that day what it was like to hear it.
}
{second:
- "plan": Her safety came first, and the plan was made with her. The council and the police were not told of a threat. Rhys was kept waiting for his call.
- "police": What might be a crime was passed on to those who look into crimes, and she was told so first. It was passed on as alleged. Rhys's mother may not have heard it so.
- "keep": Rhys had his appointment, to the minute. Aneta's question about that night was answered with a card.
}
{third == "words":He could answer, though only to what was read out to him.{second != "police": He also learned who had brought it.}|It was left to the court to put the note to him properly. Meanwhile he was spoken to by somebody who knew of it and did not say so.}
{fourth:
- "site": Something private, from a case in court, was sent to a company. What came back is no evidence, and it is hard to forget.
- "seen": No more was said of the file than can be seen in it. Nobody asked whether the original was still there.
- "lawyer": The original was asked for first, and through the judge. A cousin who had done nothing has been drawn into a court case.
}
{fifth == "where":He was asked once, gently. What he said may count as evidence, from a boy of seven{sixth == "aside":, and it was not passed on}.|He was not made to talk about it. What he knew did not reach the court in his words.}
{sixth:
- "both": What is not known was written as not known.
- "risk": Risk was weighed before the facts were decided, as the rules on domestic abuse allow. What is alleged was kept apart from what is proved.
- "aside": Nothing was written that is not known. Something that the court needed to know about was left out.
}
-> DONE

=== by_outcome ===
{second:
- "plan": Aneta has slept. The plan is on the inside of the cupboard door, where the cereal is.
- "police": There is a police record about Rhys that says no further action for now. His mother has bought a spyhole for her door.
- "keep": Aneta and Oskar spent four nights on the floor at her sister's. Nobody at your office knew where they were.
}
{fourth:
- "site": The file is on a company's computer. Nobody can say for how long, or what it will be used for. Kasia's phone is gone.
- "seen": Kasia's phone is gone. It might have settled the question, or it might not.
- "lawyer": Kasia's phone is kept. It may settle the question, or it may not. Kasia has been without her wedding pictures for weeks, and is not speaking to Aneta.
}
{sixth:
- "both": {fourth == "lawyer":Oskar sees his father on a screen on Sunday evenings until there is an answer.|On two days Aneta and Rhys will each be asked what happened in their home when nobody else was there.}
- "risk": Oskar has two hours with his father every Saturday. If Rhys did those things, that may be enough. If he did not, it is very little.
- "aside": {fourth == "lawyer":There is one more page, in handwriting. Both sides have asked for more time to read it, and the weekends have not begun again.|The judge has heard the recording, and only Aneta has told her where it came from.}
}
{fifth == "where" and sixth != "aside":The note is not played in the kitchen any more. When Aneta read what Oskar had asked for, she sat down on the stairs.|The note is still on Aneta's phone. On some evenings she plays it again, to be sure, and Oskar turns up his cartoon.}
-> DONE
