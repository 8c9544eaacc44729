# title: The voice note
# theme: skills
# minutes: 14
# says: A mother plays you nineteen seconds of a man's voice. The father says that it was made with a machine.
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
Your report is due in nine days. The court wants to know if Oskar, who is seven, should go on spending weekends with his father. Aneta says that Rhys frightened her for years. Rhys says that he did not. Nobody has yet found which.
Aneta lays her phone on the table between you. Beyond the door Oskar is drawing with the receptionist.
"Nineteen seconds. Listen to it, and then you'll know." # speaker: aneta
* [Let her play it] # key: play
  ~ first = "play"
  A man, close to the phone. He says the boy's name. A door's only a door, he says, and she knows what he can do. Something bangs, twice. You have spoken with Rhys for an hour in all, and you notice that you are comparing. When it stops, the crayons next door have stopped as well. # touches: aneta # touches: oskar # reflect: You listened for a likeness. What else was there to listen for?
  -> ten_to_three
* [Ask first how it came to her] # key: how
  ~ first = "how"
  It came to her cousin Kasia's phone, on a Thursday night, from a number neither of them knows. Kasia sent it on. Aneta has played it to her sister, to her solicitor and at the school. You write all this down. Her thumb is over the arrow the whole time. "You don't want to hear it," she says, as if that were an answer to something. # touches: aneta # touches: kasia # reflect: You have where it came from. What does she have from you?
  -> ten_to_three
* [Ask her to send it to the office, and leave it unplayed] # key: send
  ~ first = "send"
  It takes her three tries. Kith takes it in with the sound off and says what it can see: nineteen seconds, a copy, no date of making. Below that it says that it cannot tell whether this is genuine. Aneta reads the line over your arm. "It can't tell?" she says. "I can tell." # touches: aneta # touches: rhys # reflect: She knows that voice from inside a house. What is that worth, and to whom?
  -> ten_to_three

=== ten_to_three ===
Ten to three. At three you ring Rhys, who has taken an hour off from the tyre shop. Aneta does not get up.
"He's got our address. It's on the papers. What do I do tonight?" # speaker: aneta
Oskar has come to the door with a drawing, and stands there holding it the wrong way round.
* [Stay, and make a plan for tonight with her] # key: plan
  ~ second = "plan"
  Doors, keys, who picks up Oskar, which neighbour. The advocate from the women's centre joins by phone. It takes fifty minutes and at the end Aneta can say it all back. The switchboard has put two slips under your door. Rhys rang at ten past. Rhys rang at half past, and says that he knows when he is being messed about. # touches: aneta # touches: rhys # reflect: Both of them were owed that hour. How did you choose?
  -> father
* [Tell her you must pass it on, and ring the council and the police] # key: police
  ~ second = "police"
  "You'll say it's from me?" Yes. The council's duty worker takes it down. The police give you a number, and a constable who will see her tonight and then him. Aneta pulls Oskar's hood up and down again. You move Rhys to the morning. By the morning, two officers have stood in his mother's front room. # touches: aneta # touches: rhys # reflect: You passed on a threat, not a finding. Could they tell the difference in the front room?
  -> father
* [Give her the advocate's number, and keep the call to Rhys] # key: keep
  ~ second = "keep"
  You write the number on a card, and the other number, for tonight. She reads both sides of it. From the window you see them at the bus stop. Oskar is swinging on the rail, and Aneta looks along the road, one way and then the other, for the whole eleven minutes. You ring Rhys at three exactly. # touches: aneta # touches: oskar # reflect: Rhys got what he was promised. What was Aneta promised?
  -> father

=== father ===
{second == "police":Rhys has not slept. You can hear that he is in the van.|You can hear a radio and an air line, and then a door shutting on both.} {second == "plan":It is ten to four, and he has nine minutes left.}
"Right," he says. {second == "police":"They wouldn't tell me what I'm meant to have said. You tell me."|"What's she said about me now?"}
Your list has fourteen questions on it. The first is what Oskar likes for breakfast.
* [Tell him what the note is said to say] # key: words
  ~ third = "words"
  You read out {first == "play":what you wrote down as it played|what Aneta told you}. There is a silence with a lorry in it. "I never. That's been made with a machine. I've two hundred videos up of me talking about tyres, anyone could have my voice." A breath. "Does it say door? I do say door. I say shut the door. Everyone says door." # touches: rhys # touches: aneta # reflect: He has answered a thing that he has not heard. What can be made of his answer?
  -> machine
* [Ask your fourteen questions, and leave the note for the court to give him] # key: questions
  ~ third = "questions"
  Porridge, with the jam not stirred. The hall light on. Swimming, up to the neck. He is good at this, or he has got ready, or both. At the end he waits. "And that's all, is it?" Two days later his solicitor writes. Mr Rhys, whose name they have got the wrong way round, says it was made with a machine. # touches: rhys # touches: oskar # reflect: He could hear that there was something. What did your manner tell him?
  -> machine

=== machine ===
{first == "send":The file has had its number for two days.|By now Aneta has sent it in as well, a copy of a copy.} {first == "how":You know of Kasia's phone. Nobody else has asked.|In the message with it there is a name you have not heard before: Kasia, whose phone it came to.}
Imogen leans over from the next desk.
"There's a site. You drop it in, it gives you a percentage." # speaker: imogen
* [Let her try it] # key: site
  ~ fourth = "site"
  Seventy-one per cent made by machine. Imogen whistles. She drops the same file in again, to be sure. Thirty-eight. You both look at the two numbers. Then at the line under them, which says that what is sent may be kept to improve the service. In the file is a boy's name, and a man's voice that may or may not be his father's. # touches: rhys # touches: oskar # reflect: Before the second number came, what had you begun to think?
  -> school
* [Write down only what can be seen of the file] # key: seen
  ~ fourth = "seen"
  Length, kind, a fingerprint so that nobody can swap it. A copy. No date of making, which means nothing: most phones drop it on the way. Desmond reads your half page twice. "It doesn't say anything," he says. You say that it says what is there. He signs it. On Friday, though you do not know this, Kasia's contract ends. # touches: aneta # touches: kasia # reflect: Half a page of facts, and no answer. Who will fill in the rest?
  -> school
* [Ask Desmond and the lawyer to go to the court now] # key: lawyer
  ~ fourth = "lawyer"
  "Original first," says the lawyer. "Whose phone, and is it still whole? Nobody instructs an expert without the judge." She writes to the court and to both sides the same hour. Kasia is told not to trade in her phone on Friday, which she had meant to do. It has her wedding on it. Both sides agree that the weekends stop until the judge has seen it. # touches: kasia # touches: rhys # touches: oskar # reflect: One letter, and four people's weeks changed. Whose did you think of first?
  -> school

=== school ===
Oskar's school, a small room with a guinea pig in it. He draws a house, and then a door on it as tall as the roof. He puts his mouth against the guinea pig's cage.
"A door's only a door," he says to it, in a deep voice. # speaker: oskar
The guinea pig goes into its tube.
* [Ask him where he heard that] # key: where
  ~ fifth = "where"
  "On my mum's phone. In the kitchen, and the car, and at Kasia's." He thinks. "It's my dad's cross voice. But he doesn't bang. He shuts things slow." Then he asks what you are writing. You read it to him. "You can put it in," he says. "But put that I said please can it stop." # touches: oskar # touches: aneta # touches: rhys # reflect: He said two things about the voice. Which did your pen reach first?
  -> report
* [Let it go by, and draw with him] # key: draw
  ~ fifth = "draw"
  You draw the guinea pig. He says that the ears are wrong. He gives his own door a handle, thinks, and gives it another on the other side. It is twenty past two before he speaks. "Are you coming back, or is this the only time?" You have nothing that you could put in quotation marks, except that. # touches: oskar # reflect: He offered you something in a funny voice. What would it have cost him if you had picked it up?
  -> report

=== report ===
The evening before it is due. {fourth == "lawyer":The judge will hear both sides on Thursday about Kasia's phone.|The hearing is in three weeks.} There is a page of what Aneta says and a page of what Rhys says, and they have no line in common but the boy's name.
Desmond rings from his car.
"They'll both turn to the same page. What does it say about that note?" # speaker: desmond
* [Both accounts, and what you ask the court to find out] # key: both
  ~ sixth = "both"
  You write that it is alleged and denied. You write what is not known: where the first file is, who made it, when. You say that the court may want to see the original before anything, and that whether an expert is needed is for the judge. It is three paragraphs. It helps neither of them sleep. # touches: aneta # touches: rhys # reflect: You have said what you do not know. How did you keep it from sounding like a shrug?
  -> end_both
* [Set it among the other things alleged, and advise no weekends until the facts are found] # key: risk
  ~ sixth = "risk"
  The note is one line among eleven. There is the car, the bank card, the time with the stairs. None is proved and all are denied, and you say so at each. If they happened, they make a pattern. Until somebody finds out, you advise two hours at a centre, with a worker in the room. # touches: oskar # touches: rhys # touches: aneta # reflect: If it is never found, what will those months have been?
  -> end_risk
* [Leave the note aside, and write of what you saw and heard yourself] # key: aside
  ~ sixth = "aside"
  You can say nothing of it, so you say nothing. You write of Oskar: what he draws, who does his shoes up, what each of them knows about the jam. It is the best thing you have written this year. The note is one line in the list of papers. # touches: oskar # touches: aneta # reflect: What will she think, when she has turned all the pages?
  -> end_aside

=== end_both ===
{
- fourth == "lawyer":
  Kasia hands it over, and the judge makes an order: four days of messages, a lawyer to read them first. Then an expert, with the judge's leave, since it cannot be settled without. It will be ten weeks. The phone lies in a sealed bag in an office in another town. What is on it is on it. # ending: sealed_bag; In a sealed bag
- else:
  The judge reads your three paragraphs and asks for the original. Kasia stands at the back. She traded the phone in on the Friday; the shop gave her ninety pounds. There are only copies now. The judge says she will have to decide from the people instead, and lists two days. # ending: traded_in; Ninety pounds
}
-> END

=== end_risk ===
{
- fourth == "site":
  Rhys has a barrister, who has your file. "You had this tested, I see. Twice. Which number did you have in mind when you wrote page twelve?" You say neither. He lets that stand in the air. Aneta, behind her screen, hears for the first time that there were numbers. # ending: two_numbers; Two numbers
- else:
  Eleven weeks to the hearing. On a Saturday there is a centre with a carpet printed like a road. {fourth == "lawyer":Kasia's phone waits in a sealed bag for its turn.} Rhys pushes a car along the carpet. A worker writes that he pushed a car. At ten to four Oskar begins to look at the door. # ending: carpet; The carpet like a road
}
-> END

=== end_aside ===
{
- fourth == "lawyer":
  The judge holds up the lawyer's letter in one hand and your report in the other. "You sent me this, and then you wrote that as if you had not." She sends you out to add a page. You write it by hand on a window sill, while they wait. # ending: window_sill; On the window sill
- else:
  Aneta's barrister asks if the court will hear it, and the judge says for what it is worth. So it is played. Nineteen seconds, off Aneta's own phone, in a room with a flag in it. The judge turns to you. You have no page for it. # ending: played; Played in the room
}
-> END

=== as_child ===
I know it by heart. A door's only a door. I can do the bang as well with my shoe.
{first == "play": It came on when I was drawing with the lady. I did a line right off the paper. The lady said let's do a boat.}
{first == "send": My mum was pressing and pressing on her phone and she said a bad word, and then they put it somewhere.}
{first == "how": My mum didn't play it that time. I was listening for it.}
{second:
- "plan": We've got a plan now. I go to the neighbour with the parrot if my mum says the word. I'm not allowed to say the word.
- "police": The police came and they had big shoes. They went to my other nan's too, where my dad lives. She told me they said my name.
- "keep": We had to wait ages for the bus. My mum wouldn't let me swing right round because then she couldn't see past me.
}
{fifth == "where":I said where I heard it. I said put please can it stop. {sixth == "aside":I don't know if it got put.|It's in there. The lady at school read it me.}|I did a door with two handles. The social worker did a rubbish guinea pig. I nearly said something but we were drawing.}
{sixth:
- "risk": I see my dad on the road carpet. He does the voices for all the cars. There's a lady writing. I do quiet voices.
- "both": {fourth == "lawyer":I'm not having weekends till somebody has looked in a phone. It's not even our phone.|I've got weekends, and then I haven't, and then I might.}
- "aside": {fourth == "lawyer":I haven't had a weekend at my dad's since it was conkers.|They heard it in the court. So now everyone's heard it.}
}
-> DONE

=== as_parent ===
I'm Aneta. {first:
- "play": I watched the worker's face. I know what I saw.
- "how": I was asked who, when, which phone. It's like being asked the number plate of the car that hit you.
- "send": I sent it where they told me. A computer said that it couldn't tell. I lived with it six years and I can tell.
}
{second:
- "plan": We did the doors and the keys and I slept, the first night in a week. Nobody had ever asked me about the keys.
- "police": They had to pass it on and they said so to my face. He knew by bedtime that it came from me.
- "keep": I got a card with two numbers. The bus was eleven minutes. The call to him was on time.
}
{sixth == "aside": I turned every page. Jam, shoes. I looked on the backs.}{fourth == "site": They put it in some machine and never told me.}
And I'm Rhys. {third == "words":I was told straight what I'm meant to have said, and I answered it straight.|I was asked about porridge by somebody who was thinking about something else.}
{second:
- "plan": I had an hour unpaid, and got nine minutes of it.
- "police": Two coppers on my mother's carpet, and they'd not say what for.
- "keep": Three o'clock they said, and three o'clock it was. I'll give them that.
}
{sixth == "risk":Two hours on a Saturday with a woman writing down that I pushed a car. You try to prove you didn't say a thing.|{fourth == "lawyer":No weekends, over a phone I've never seen. If they look properly, I'll wait.|You try to prove you didn't say a thing, when it's your own voice or as good as.}}
-> DONE

=== as_colleague ===
Imogen here. I sit by the window, and I hear half of everything.
{second:
- "plan": The slips from the switchboard came to me first. He wasn't rude, the second time. He sounded like my brother when he's been left out of something.
- "police": When the call to the police was made I thought, good. Then I thought about whoever was going to open that door.
- "keep": I saw them at the bus stop too. I had my own call at three. I didn't go down either.
}
{fourth:
- "site": The site was my idea. I'd used it on a video of a dancing dog. Seventy-one, and for about half a minute I knew what kind of man he was. Then thirty-eight. I can't get the file back from them. {sixth == "risk":I heard what happened in court. It was me that pressed the button.|I wrote it down for the data people, and they gave me a form with my name at the top.}
- "seen": I thought that half page was useless, to be honest. I'd wanted an answer. I've caught myself since, wanting one about other things.
- "lawyer": Half the office thought it was a lot of fuss for nineteen seconds. Then it came out that the phone was going back to the shop on Friday. Then they thought that ten weeks was a long time.
}
{sixth:
- "both": Three paragraphs. I read them at the printer. I'd have wanted to know what the writer thought. You can't tell. I suppose that's it.
- "risk": I've worked at that centre. The carpet's got a zebra crossing, and the kids all stop at it.
- "aside": Everyone says it's a lovely report. People go quiet after they say it.
}
-> DONE

=== as_court ===
{first:
- "play": The adviser's note has the words as heard once, from the mother's phone, with no one else there. It does not say where the recording came from until a message two days on.
- "how": The adviser's first note says who had the recording, when, and who has heard it since. The adviser had not heard it.
- "send": The file was taken in unplayed, with a number by which any change would show. It is a copy. Where it came from is noted two days on.
}
{second:
- "police": There is a police number and a note to the council, both marked as alleged.
- "plan": There is a plan for that night, made with the mother. The call to the father is noted as fifty minutes late.
- "keep": There is a card with two numbers on it, and no note of what the mother did that night.
}
{third == "words":The father's answer is recorded on the day the words were put to him. He had not heard them.|The father was not asked about it. His answer comes from his solicitor, two days later.}
{fourth:
- "site": There are two percentages from a website, 71 and 38, for one file. No expert gave them and no leave was asked. There is also a report that data left the agency.
- "seen": There is half a page about the file. It does not say what the file is worth, and does not try.
- "lawyer": There is a letter to the court and both sides, sent within the hour, asking for the original.
}
{fifth == "where":{sixth == "aside":The child's words about the voice are in the adviser's notes, and not in the report.|The child's words are there, both about the voice and about wanting it to stop.}|The child said one thing that is quoted. He asked if it was the only time.}
{sixth:
- "both": The report says what is alleged, what is denied and what is missing.
- "risk": The report lists eleven allegations. Beside each it says that none is found.
- "aside": The report does not speak of the recording. Others did.
}
{fourth == "lawyer":The original is kept, and not yet read.|There is no original. The phone that first had it has been sold.} Nobody in the record says that the voice is his, and nobody that it is not, except the two whose case it is.
-> DONE

=== by_duty ===
{first:
- "play": Somebody frightened was listened to. What was heard cannot be unheard, and the father had not been asked.
- "how": The source came before the sound. To her it felt like not being believed.
- "send": The file was kept whole and safe. She was left alone with what was in it.
}
{second:
- "plan": Her safety came first and was made with her. His call came second, and late.
- "police": What might be a crime was passed to those who look into crimes, and she was told so first. It was passed on as alleged, and it did not stay that way on a doorstep.
- "keep": The appointment was kept, to the minute. The duty to weigh that night's risk was left on a card.
}
{third == "words":He could answer, from somebody else's reading. In the same breath he learned who had brought it.|The court will put it to him, in the proper way. Meanwhile he was spoken to by someone who knew, and did not say so.}
{fourth:
- "site": A private matter before a court was given to a company. What came back is not evidence, and is remembered.
- "seen": No more was said of the file than can be seen in it. The court was not warned that time was running.
- "lawyer": The original was sought first, and by asking the judge. A cousin who had done nothing has had a letter from a court.
}
{fifth == "where":He was asked, gently and once. A boy of seven has now given a kind of evidence{sixth == "aside":, and it was not passed on}.|He was not made to say it. What he knew of it did not reach the court in his words.}
{sixth:
- "both": What is not known was written as not known.
- "risk": Risk was weighed before the facts were, as the rules on abuse allow. It was kept apart from proof.
- "aside": Nothing was written beyond what was known. Something known was not written.
}
-> DONE

=== by_outcome ===
{second:
- "plan": Aneta has slept. The plan is on the inside of the cupboard door, where the cereal is.
- "police": There is a police record for Rhys that says no further action for now. His mother has bought a spyhole.
- "keep": Aneta and Oskar stayed at her sister's for four nights, on the floor. Nobody at your office knew where they were.
}
{fourth:
- "site": The file is on somebody else's computer. Nobody can say for how long, or what it will be used to teach. Kasia's phone is gone.
- "seen": Kasia's phone is gone. It might have settled it, or not.
- "lawyer": Kasia's phone is kept. It may settle it, or not. Kasia has no pictures of her wedding for ten weeks, and does not speak to Aneta.
}
{sixth:
- "both": {fourth == "lawyer":Oskar sees his father on a screen on Sunday evenings until there is an answer.|Two days are listed, in which Aneta and Rhys will each be asked what happened in a house when nobody else was there.}
- "risk": Oskar has two hours on Saturday. If Rhys did those things, it is a good deal. If he did not, it is very little.
- "aside": {fourth == "lawyer":There is an extra page, in handwriting. Both sides have asked for more time to read it.|The judge has the sound of it now, and no account of where it came from but the mother's.}
}
{fifth == "where" and sixth != "aside":The note is not played in the kitchen any more. Aneta read what he had asked for, and sat down on the stairs.|The note is still on Aneta's phone. On some evenings she listens to it again, to be sure, and Oskar turns up his cartoon.}
-> DONE
