# title: A quick look
# theme: open_profiles
# minutes: 12
# says: A family has missed two visits, it is Friday afternoon, and your manager asks for a quick look online.
# standard: 1.5
# standard: 1.7
# standard: 2.1
# standard: 2.6
# standard: 3.11
# standard: 5.6
# standard: 6.2
# pcf: 3
# pcf: 4
# pcf: 8
# capability: rights_and_involvement
# capability: technology_lives
# capability: organisation
# law: looking_online_covertly
# law: ripa_limits
# law: repeat_viewing
# law: lawful_basis
# law: looking_fairly
# law: sharing_for_safeguarding
# person: you; you; the social worker
# person: dayo; Dayo; the older child, eleven
# person: tobi; Tobi; his brother, five months
# person: bolanle; Bolanle; their mother
# person: sade; Sade; a friend of the family, whom Dayo calls auntie
# person: gwen; Gwen; your team manager
# place: Copper Street
VAR first = ""
VAR second = ""
VAR third = ""
VAR fourth = ""
VAR fifth = ""
VAR saw = false
-> start

=== start ===
Friday, quarter past three. You have knocked at Copper Street for the second time this week. The curtains were shut and the buggy was not in the hall. The council pays Bolanle a little each week while you assess, since her visa bars her from benefits. The health visitor wants Tobi weighed.
Gwen, your manager, stops at your desk with her coat on.
"Have a quick look, would you? See if they're about. The office machines block it, so use your phone. I can't go into the weekend not knowing." # speaker: gwen
* [Look on your own phone] # key: phone
  ~ first = "phone"
  ~ saw = true
  Bolanle's page is shut. Dayo's is not. He has told it that he is sixteen. On Tuesday he put up his mother in a church hall, in white lace, with Tobi on her back and ten pound notes pinned all down her front. Your phone asks if Dayo is somebody you know. # touches: dayo # touches: bolanle # reflect: You went to find a mother and found a boy. At what moment did you notice?
  -> ten_past_four
* [Write down the question, and have Gwen sign for one look] # key: signed
  ~ first = "signed"
  ~ saw = true
  Is the family still in the town? That is all you write. Gwen signs without sitting down. From the team's own account you type Bolanle's name, once. Her page is shut. Dayo's face is in the list, and you leave it. The church has a page that anybody may see: on Tuesday Bolanle stood in its hall, in white lace, with bank notes pinned to her dress. It is ten to four. # touches: bolanle # touches: gwen # reflect: You asked one question. How many did the picture answer?
  -> ten_past_four
* [Ring round first: school, health visitor, housing] # key: ring_round
  ~ first = "ring"
  The school says Dayo was in until lunch. A woman he calls auntie fetched him, and her number is on the form. The health visitor says her letters have been going to the old hostel. Housing says the line is closed. All three now have it written down that the council cannot find Bolanle. # touches: bolanle # touches: dayo # reflect: Each call was short and proper. What do three of them make?
  -> ten_past_four

=== ten_past_four ===
Ten past four, and getting dark. {saw:Gwen has seen it over your shoulder. "No money at all, she told us." Then she hears herself. "Well. They were here on Tuesday, anyway."|"So the boy's about," says Gwen. "That's one. Nobody's seen the baby since the second."}
In the picture that hangs by your desk, which Dayo drew in September, everybody has very big hands.
* [Go back to Copper Street once more, now] # key: go
  ~ second = "go"
  You ring home to say you will be late, and are told that this is the third time this week. Gwen will keep her phone on. The stairs at Copper Street have no light. From the second landing you can hear a baby. It is not a loud cry. # touches: gwen # touches: tobi # reflect: Who paid for this visit, and do they know?
  -> door
* [Ring the woman Dayo calls auntie] # key: auntie
  ~ second = "auntie"
  {first == "ring":The number is on the school's form, for emergencies.|Her name is under the picture, and her cakes have a number.} "Which council?" says Sade. "What has she done?" She puts her hand over the phone. You hear a man asking who that is. Then she gives you an address, very fast, and asks you not to bring anybody. # touches: sade # touches: bolanle # reflect: What does Sade know now that she did not know at four?
  -> door
* [Write it up for the emergency duty team to call tomorrow] # key: duty
  ~ second = "duty"
  You write a page and a half. On Saturday at nine two people with lanyards knock for ten minutes and call through the letter box, kindly, in loud voices. Nobody comes. They hear nothing and write that down. On Monday at half past eight you are on the stairs yourself. # touches: bolanle # touches: dayo # reflect: What would a knock by strangers mean behind that door?
  -> door

=== door ===
{second == "auntie":Dayo opens Sade's door on the chain, with a television going behind him.|Dayo opens on the chain. He has a phone in his hand for a torch, though it is {second == "duty":a school day|only six}.} Behind him a baby is grizzling.
"Mum's asleep. She's not well." # speaker: dayo
{first == "phone":{second == "auntie":He looks hard at your face.|He shines the light on your face.} "You came up on my phone. It said did I know you."|{first == "ring":He looks past you down the stairs. "Did my school send you?"|He looks past you down the stairs to see who else there is.}}
* [Ask Dayo where they have been this week] # key: ask_dayo
  ~ third = "ask"
  {second == "auntie":"At home. We only came round today."|"Here."} {saw:You know that is not so.|You know from the school that it is not quite so.} He looks at your shoes while he says it. He says it again, with more in it: they were in, they were always in, the bell is broken. Then his mother is standing behind him, holding the wall. # touches: dayo # touches: bolanle # reflect: What were you asking him to do?
  -> inside
* [Ask him to wake his mother] # key: wake
  ~ third = "wake"
  He thinks about it for as long as he can. Then you hear him say one word in another language, many times, softly, like somebody calling a cat. She comes with a coat round her and her teeth knocking together. Dayo takes the baby off her before you can. # touches: bolanle # touches: dayo # reflect: She needed to be asleep. You needed to see her. How did you weigh that?
  -> inside
* [Say who you are, and sit down on the stairs to wait] # key: wait
  ~ third = "wait"
  You wait for twenty minutes by the clock on your phone. {second == "auntie":Somebody's husband steps over you with his shopping.|The landing smells of other people's dinners.} Dayo comes out and sits two steps up. "Auntie's got lights," he says. "Ours went Monday." When his mother calls, he stands up first and smooths his jumper. # touches: dayo # touches: tobi # reflect: Twenty minutes is a long time for a baby nobody has weighed. What told you that you had it?
  -> inside

=== inside ===
Bolanle sits on the edge of a bed with {second == "duty":four days of fever|a fever} and one breast hard as a board. The letters went to the hostel. The phone has no credit. The meter has been empty since Monday, so they slept at Sade's, in their clothes. Tobi is small and looks straight at you.
"You have been searching for us," says Bolanle. It is not a question.
* [Tell her all of it: who looked, who rang, what was seen] # key: tell
  ~ fourth = "tell"
  {saw:{first == "phone":"My son's page," she says. "On your own telephone."|"In church," she says, and nearly laughs.} The notes were for Sade's new granddaughter. Whoever carries the child into the room is pinned, and hands it over after. The lace was borrowed too.{first == "phone": Dayo has gone very still. Then he is pressing and pressing on his screen, taking himself down.}|She counts them on her fingers: the school, the clinic, the housing. "So now at the gate I am the woman the council is looking for." Dayo looks at the floor. He knows which gate.} # touches: bolanle # touches: dayo # reflect: What did telling her give her? What did it take?
  -> panel
* [Ask how she has been managing for money] # key: money
  ~ fourth = "money"
  "I have not been managing." The vouchers do not work in the meter. She owes Sade for nappies. {saw:She says nothing of any hall. You leave a space for it, and she watches you leave it.|She holds out her purse, open, as if you had asked to see inside.} Dayo stands so that he is between you and the baby. # touches: bolanle # touches: dayo # reflect: {saw:You knew something and asked as if you did not. What was that for?|She opened her purse to you. What had you done that she thought she must?}
  -> panel
* [Leave all that, and see to the baby and to her] # key: baby
  ~ fourth = "baby"
  Tobi undressed is ribs and bright eyes, and a nappy hardly wet. You ring for a doctor from where you kneel. Bolanle lets you hold him while she finds her shoes. He gets hold of your lanyard. Nobody says anything about searching again, and the question stays in the room with its coat on. # touches: tobi # touches: bolanle # reflect: She had asked you something. When will you answer?
  -> panel

=== panel ===
{second == "duty":Bolanle is on a drip by noon, with Tobi beside her, and Dayo at Sade's.|The doctor gives her tablets that night.} Tobi has put on ninety grams. On Wednesday a panel decides whether the weekly money goes on.
{saw:"The picture has to go in, under means," says Gwen. "They'll ask. If it comes out later it's your name on it, and mine."|"Just one look before panel, so we're covered," says Gwen. "They always ask if we've checked."}
* {saw} [Put it in, with whatever she has said of it beside it] # key: put_in
  ~ fifth = "in"
  {fourth == "tell":You write: seen by us, on this day, in this way. Then her account, in her words, with the granddaughter and the lace. You ring Sade, who says yes, of course, how else is it done?|You write: seen by us, on this day, in this way. Beside it there is a box for what she says. You have nothing to put in it. You ring, and her phone has no credit.} # touches: bolanle # touches: sade # reflect: How will it read to somebody who has never been to such a party?
  -> end_in
* {saw} [Leave it out of her means, and enter the look in the record of viewings] # key: log
  ~ fifth = "log"
  It takes you an hour. {first == "phone":Whose phone. A child's page. No question written first. You read it over and it is a picture of you.|The question, the signature, the one search, the hall. The answer was yes: still in the town. The rest, you write, was not what we asked.} Gwen reads it. "Well, that's honest." She does not sign for some time. # touches: gwen # touches: bolanle # reflect: Who is that record for?
  -> end_log
* {saw} [Leave it out altogether] # key: leave_out
  ~ fifth = "out"
  You write the means from her bank slips and her word. Nothing in it is untrue. Gwen looks at the page and at you, and lets it go through, as you would have done in her place, or would not. # touches: bolanle # touches: gwen # reflect: You spared her the picture. Who else did you spare?
  -> end_out
* {not saw} [Agree to one look, in writing, and tell Bolanle first] # key: told_look
  ~ fifth = "told"
  You take the form to her bed. She reads it twice. "And if I say no?" You tell her that her no would be written down, and nothing else. It is true as far as you know. She takes the pad from you and types her own name. # touches: bolanle # touches: gwen # reflect: The panel holds the money. How free was she?
  -> end_told
* {not saw} [Say no, and send the panel her bank slips and her word] # key: refuse
  ~ fifth = "no"
  "And when they send it back?" says Gwen. You say that you will stand in the room and tell them what a meter key costs. She writes your name against it, not hers. She is not angry. She has done this job for longer than you. # touches: gwen # touches: bolanle # reflect: If the panel had stopped the money, what would your no have been worth to Tobi?
  -> end_no
* {not saw} [Ask Gwen which families the team has looked at this year] # key: which
  ~ fifth = "which"
  "Don't," says Gwen. Then she gets up and shuts the door, and counts on the edge of the desk. Four that she knows of. She says the four names. You both hear what the names have in common. "It wasn't on purpose," she says. You say that you did not think so. # touches: gwen # touches: bolanle # reflect: What would have had to happen for anybody to count before?
  -> end_which

=== end_in ===
{
- fourth == "tell":
  The panel reads it all and pays for four more weeks. One of them asks if such parties are usual. It is in the minutes that he asked. # ending: her_words; Her words beside it
- else:
  The panel reads it and stops the money until the mother explains. She explains on the eighth day. By then the lights at Copper Street have been off again for five. # ending: empty_box; The empty box
}
-> END

=== end_log ===
The panel pays. In the spring Bolanle asks for her file, as anybody may. The viewing is on page sixty. {fourth == "tell":She has heard it before, and turns over.|She reads it standing up in the library, with Dayo's old phone for a light, and then she reads it again.} # ending: page_sixty; Page sixty
-> END

=== end_out ===
The panel pays. {first == "phone":{fourth == "tell":Dayo's page is gone. Bolanle knows why and the file does not.|Nobody will ever know, except that for some weeks your phone goes on asking if Dayo is somebody you know.}|The form that Gwen signed is in a drawer, with no answer written on it.} When Bolanle thanks you, you are looking for your keys. # ending: nothing_on_file; Nothing on file
-> END

=== end_told ===
There is nothing that anybody can see except the church. In its hall, in white lace, is Bolanle with money pinned to her. She puts her hand over her mouth. Then she tells you what it is, and whose, and you write it down while she watches you spell. The panel pays. # ending: own_name; She types her own name
-> END

=== end_no ===
The panel keeps you for nineteen minutes. It pays, for a fortnight, and wants you back. Going down in the lift one of them says that most people just have a look. # ending: nineteen_minutes; Nineteen minutes
-> END

=== end_which ===
Gwen rings the head of service before she can think better of it. There will be a list from now on, and a reason beside each name. The panel still meets on Wednesday. It puts Bolanle off for a week, because the papers are not complete. # ending: four_names; Four names
-> END

=== as_child ===
I'm the one who answers the door. That's my job, and holding the torch.
{first == "phone": It came up on my phone, somebody you may know, and it was the one from the council. I thought I'd pressed something wrong. I didn't tell my mum.}
{first == "ring": They asked me about it in the office at school, in front of the dinner money people.}
{second:
- "go": Six o'clock, pitch dark, and the stairs creak. I turned the torch off first. Then I thought, Tobi's crying anyway.
- "auntie": We were safe at my auntie's, and then the phone rang and everybody stopped chewing. Uncle said how long are they staying.
- "duty": On Saturday people shouted through the letter box and my mum put her hand on my mouth, and I put mine on Tobi's. We stayed like that till long after.
}
{third:
- "ask": I said we'd been at home all week. I'd practised it. My mum always says don't lie, except she'd told me to say that one.
- "wake": I had to wake her and she was burning. I'd only just got her to sleep.
- "wait": The social worker sat on the dirty stairs and didn't ask me anything, so I said about the lights.
}
{fourth:
- "tell": {first == "phone":Then my mum found out it was from me they knew. I took my whole page off. It had my bike on it, from before.|{first == "signed":My mum explained about the money on the dress. I'd have explained it. It's for the new baby, everybody knows that.|My mum did counting on her fingers. I knew it was me at school who'd said auntie.}}
- "money": My mum had to say about my auntie and the nappies. I don't like it when she says it in that voice.
- "baby": The doctor came out for us. Tobi wouldn't let go of the badge. That was the good bit.
}
{fifth == "in" and fourth != "tell": Then there wasn't any money for a week and no one said why. {first == "phone":I think it's because I put up the one of my mum in the dress.|I think it's because of the dress. I never liked that dress.}}
-> DONE

=== as_parent ===
I am a bookkeeper. I want you to know that, because in the file I am a mother with no recourse.
{first:
- "phone": {fourth == "tell":They came to me through my own son, through his little page. He thought it was his fault. He is eleven.|There was a thing the worker knew. I could smell it, like smoke in a coat. I never found out what it was{fifth == "log": until the spring}{fifth == "in": until the panel}.}
- "signed": {fourth == "tell":They saw me in church. I was told so, and by whom it was signed. I was ashamed, and I was also told.|There was something between us in the room. I waited for it to be said{fifth == "log": and in the spring I read it}{fifth == "in": and a panel said it}.}
- "ring": Before they found me they had told the school, the clinic and the housing that I was lost. I was not lost. I was in the dark.
}
{second:
- "go": The worker came up those stairs alone at night. I was sick and I was afraid and I was a little glad.
- "auntie": Sade has not changed to me. Her husband has. I hear him count the plates.
- "duty": When they called through the door on Saturday I thought it was the men who take you to the airport. I held my breath until I saw colours.
}
{fourth:
- "money": I was asked about money with a fever of thirty-nine. {saw:And all the time, it seems, they had a picture.|I showed my purse like a thief.}
- "baby": That night it was Tobi first. He was held properly, with a hand behind his head. I do not forget it.
- "tell": I asked a question and I got the answer. It was not a nice answer.
}
{fifth:
- "in": {fourth == "tell":My words stand beside their picture. Next time they may ask a person what a custom means before they pin it to her.|In the end a panel judged a dress. Nobody had asked me about a dress.}
- "told": I typed my name myself. It is a small thing to hold the pen.
- "which": They put me off for a week to count other women. I hope they counted well.
- "no": I heard the worker stood up for me. We ate for a fortnight on it.
- "log": It is on page sixty. They wrote down what they did. I have worked in offices where they would not.
- "out": {fourth == "tell":It was told to me and then it was told to nobody. So I am the one who keeps it.|The worker was kind to me, and would not meet my eye.}
}
-> DONE

=== as_colleague ===
Gwen speaking. There are thirty-one families on my board. Two years ago on a Friday I went home not knowing, about a different baby. So I ask.
{first:
- "phone": I said use your phone. I said it with my coat on. I didn't know it would be the lad's page, but then I hadn't asked whose it would be.
- "signed": I was given a form to sign and I was cross for about a minute. It was the first time I'd had to put the question into words.
- "ring": I got three phone calls instead of one look. It took longer, and now three more people know her business.
}
{second:
- "go": Then up those stairs alone, in the dark. I sat in my car with the phone on my knee till ten to eight.
- "auntie": Then a call to a friend of the family. Quick, and it worked, and it wasn't for us to tell that woman.
- "duty": Then over to duty, all in order. I read their note on Saturday in my kitchen: no reply, no sounds. I didn't like no sounds.
}
{fifth:
- "in": It went to panel under means, like I said it should. {fourth == "tell":With her side next to it I could look at it.|I looked at that empty box, and I sent it up anyway, because it was due.}
- "log": {first == "phone":The log says what I told my worker to do, and on what. I signed it on the Thursday.|The log has my name under the question. That's fair.}
- "out": It never went anywhere. I've not mentioned it since, and nor has anyone.
- "told": She was told first. I'd have bet money that she'd say no, and I'd have held it against her.
- "no": I got told no. I let it go up under somebody else's name. I've thought about that.
- "which": Four families. I knew the names. I'd never said them one after another.
}
-> DONE

=== as_court ===
The file shows two visits without reply, a card left, and a call for help on {second == "duty":the Monday|the Friday}.
{first:
- "phone": {fifth == "log":It shows that an open page of a child aged eleven was viewed on a worker's own phone, with no request made first.|{fifth == "in":It shows a picture "seen online". It does not say on whose page or whose device.|It shows no viewing of anything.}}
- "signed": It shows one request, one question, one signature and a time. {fifth == "out":It has no result.|{fifth == "in":The question was whether the family was in town. The answer has been used for something else.|What was found beyond the question is marked as not used.}}
- "ring": It shows three calls, each with a name and a reason. It does not show whether the mother was told of them{fourth == "tell":, though her own statement says that she was}.
}
{second:
- "go": There is a late visit, with the manager aware.
- "auntie": There is a call to a friend of the family. {first == "ring":The number came from the school's form.|Where the number came from is not stated.}
- "duty": There is a duty visit: no reply, no sounds heard. The mother says they were all three behind the door.
}
{fourth:
- "tell": The mother's account of the week is in her own words, taken on the day.
- "money": There is a note on money. {saw:It does not say what the worker had already seen when asking.|It is complete.}
- "baby": There is a clear note of a baby's weight, colour and nappy, and of when a doctor was called.
}
{third == "ask": A child of eleven is recorded as saying that they had been at home. He is the only person asked that question at the door.}
{fifth:
- "told": A second request shows a single viewing, with the mother present and told.
- "which": There is a manager's note of earlier viewings. It was made from memory.
- "no": The panel's minutes record a worker's refusal and the reasons given.
- "in": The panel's decision quotes the picture{fourth == "tell": and the mother's reply|. The mother's reply is dated eight days later}.
- "log": The panel's papers do not mention the picture. The viewing record does.
- "out": The panel's papers have bank slips, and nothing about how they were tested.
}
-> DONE

=== by_duty ===
{first:
- "phone": A private phone was used to open a child's page. No one had asked what question it should answer, and nothing could be shown later of what was opened.
- "signed": The looking was kept to one question, one time and a proper account. It caught other people at a party all the same.
- "ring": Those who hold a duty to the children were asked before any page was. Each learned a little more than it told.
}
{second:
- "go": The children were looked for in person and on the day. The worker's own safety was left to a phone on somebody's knee.
- "auntie": A friend was told that the council was looking. {first == "ring":A number given for emergencies was used for one that may have been.|The number came from a page nobody had been asked to open.}
- "duty": The work was handed on in good order, to people who did not know the family. A baby not seen since the second was not seen for three days more.
}
{fourth:
- "tell": Being open with her was kept, at an hour when she could barely sit up.
- "money": The need was asked about. {saw:Being open was not kept: she answered without knowing what was known.|She was not told who had been rung.}
- "baby": The baby came first, as the law has it. What was owed to his mother was left for another day.
}
{fifth:
- "in": {fourth == "tell":She could answer before it was relied on.|It was relied on before she could answer.} A look made to find a family was used to test its purse.
- "log": It can be known one day who looked and why.
- "out": Nothing was used against her. Nothing can be checked, either, by her or by anyone.
- "told": She was told first and could watch. The money stood behind the question.
- "no": The least that would do was tried. If it had not done, others would have gone without.
- "which": Somebody asked whether the looking fell on some people more than on others. Public bodies must ask that.
}
-> DONE

=== by_outcome ===
{second:
- "go": Bolanle has tablets from the Friday night. The swelling goes down by Sunday. Somebody at your own table has learned not to lay your place on a Friday.
- "auntie": Bolanle has tablets from the Friday night. The family may stay at Sade's until the end of the month, says Sade's husband, and means it.
- "duty": Bolanle spends three nights in hospital that tablets on Friday might have saved. Tobi learns to take a bottle there.
}
{third:
- "ask": Dayo has told a lie for his mother to somebody who knew. He keeps out of the room now at visits.
- "wake": Dayo still sleeps nearest the door, and says he is not tired.
- "wait": Dayo asks at the next visit if you want to see the drawing of the stairs.
}
{first:
- "phone": {fourth == "tell":Dayo has no page. He has asked, twice, who else was looking.|Dayo's page says that he is sixteen, and is open to anybody. Nobody has talked with him about that.}
- "signed": {fourth == "tell":The church has asked those in its pictures whether they mind.|The picture from the hall is still there for all to see.}
- "ring": The school has put Dayo on free dinners while it sorts out the forms. Two mothers have stopped saying hello.
}
{fifth:
- "in": {fourth == "tell":There is money for four weeks, and a line in some minutes about a party.|There was no money for eight days. Sade's door was the only one open, and it is not Sade's alone.}
- "log": There is money. There is also a page that Bolanle may read one day, and does.
- "out": There is money. {fourth == "tell":What was done is known to the two of you, and to Gwen, and can be shown by none.|What you know of Bolanle and what she knows of you are not the same size.}
- "told": There is money, and a picture explained by the person in it.
- "no": There is money for a fortnight, and a meeting after that.
- "which": There is no money for a week. There is a list for all the weeks after.
}
The letters come to Copper Street now. The health visitor comes with them, on alternate weeks, and brings a key for the meter that is not quite allowed.
-> DONE
