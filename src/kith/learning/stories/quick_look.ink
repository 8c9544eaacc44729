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
It is Friday, quarter past three. You have knocked at Copper Street for the second time this week, and left a card. The curtains were shut and the buggy was not in the hall. Bolanle's visa bars her from benefits, so the council pays her a little each week while you assess. The health visitor wants her baby, Tobi, weighed.
Gwen, your manager, stops at your desk with her coat on.
"Have a quick look online, would you? See if they're about. The office machines block it, so use your phone. I can't go into the weekend not knowing." # speaker: gwen
* [Look on your own phone] # key: phone
  ~ first = "phone"
  ~ saw = true
  Bolanle's page is closed to you. Her son Dayo's is open. He is eleven, and has told it that he is sixteen. On Tuesday he put up a picture of his mother dancing in a church hall, in white lace, while people press ten pound notes to her forehead. Your phone is signed in as you. It asks whether Dayo is somebody you know. # touches: dayo # touches: bolanle # reflect: You went to look for a mother and found a child's page. What would make you stop at that point?
  -> ten_past_four
* [Write down the question, and have Gwen sign for one look] # key: signed
  ~ first = "signed"
  ~ saw = true
  You write one question: is the family still in the town? Gwen signs without sitting down. From the team's own account you type Bolanle's name, once. Her page is closed. Her son Dayo is in the list of names, and you leave him. Her church has a page that anybody may see. There she is on Tuesday, dancing in its hall in white lace, with bank notes pressed to her forehead. # touches: bolanle # touches: gwen # reflect: You asked one question. What do you do with the other things that the answer shows you?
  -> ten_past_four
* [Ring round first: school, health visitor, housing] # key: ring_round
  ~ first = "ring"
  The school says that Bolanle's son Dayo was in until lunch. Sade, a friend he calls auntie, fetched him, and her number is on the form. The health visitor says her letters have been going to the family's old hostel. At housing nobody answers, so you leave a message. Three offices now have a note that the council cannot find Bolanle. # touches: bolanle # touches: dayo # reflect: Each call was short and proper. What do your calls tell the people you ring?
  -> ten_past_four

=== ten_past_four ===
Ten past four, and getting dark. {saw:Gwen has seen the picture over your shoulder. "And she told us she's got no money at all." Then she hears herself. "Well. They were here on Tuesday, anyway."|"So the boy's about," says Gwen. "But nobody's seen the baby since the second."}
A picture that Dayo drew in September hangs by your desk. Everybody in it has very big hands.
* [Go back to Copper Street once more, now] # key: go
  ~ second = "go"
  You ring home to say that you will be late, and are told that this is the third time this week. Gwen says she will keep her phone on. The stairs at Copper Street have no light. On the second landing you can hear a baby, crying weakly. # touches: gwen # touches: tobi # reflect: Who pays for your late visits, at work and at home?
  -> door
* [Ring Sade, the friend Dayo calls auntie] # key: auntie
  ~ second = "auntie"
  {first == "ring":The number is on the school's form, for emergencies.|She is in the picture too, and on her own page there is a number for ordering cakes.} "Which council?" she says. "What has Bolanle done?" She puts her hand over the phone, and a man asks who that is. Then she gives you her address, very fast, and asks you not to bring anybody. # touches: sade # touches: bolanle # reflect: What does a friend of the family know after you have rung them that they did not know before?
  -> door
* [Write it up for the emergency duty team to call tomorrow] # key: duty
  ~ second = "duty"
  You write a page and a half. On Saturday at nine two people with lanyards knock for ten minutes and call through the letter box, in loud, kind voices. Nobody comes to the door. They write down that they heard nothing. On Monday at half past eight you are on the stairs yourself. # touches: bolanle # touches: dayo # reflect: What could somebody behind a shut door think when strangers from the council knock on a Saturday?
  -> door

=== door ===
{second == "auntie":Dayo opens Sade's door on the chain. A television is going behind him.|Dayo opens the door on the chain. {second == "duty":It is a school day. }He is using a phone as a torch.} Behind him a baby is grizzling.
"Mum's asleep. She's not well." # speaker: dayo
{first == "phone":He looks hard at you. "You came up on my phone. It said did I know you."|{first == "ring":He looks past you down the stairs. "Did my school send you?"|He looks past you down the stairs to see who else is there.}}
* [Ask Dayo where they have been this week] # key: ask_dayo
  ~ third = "ask"
  {second == "auntie":"At home. We only came round today."|"Here."} {saw:You know that they were out on Tuesday, at least.|You know that he was at school, and who fetched him.} He looks at your shoes and says more. They were in, they were always in, the bell is broken. Then his mother is standing behind him, holding on to the wall. # touches: dayo # touches: bolanle # reflect: When do you ask a child something that their parent would have to answer for?
  -> inside
* [Ask him to wake his mother] # key: wake
  ~ third = "wake"
  He thinks about it for as long as he can. Then you hear him saying one word in another language, softly, again and again. She comes with a coat round her, shivering. Dayo takes the baby off her before you can. # touches: bolanle # touches: dayo # reflect: She needed to sleep and you needed to see her. How do you decide what cannot wait?
  -> inside
* [Say who you are, and sit down on the stairs to wait] # key: wait
  ~ third = "wait"
  You wait for twenty minutes. {second == "auntie":A man with shopping steps over you.|The landing smells of other people's dinners.} Dayo comes out and sits two steps up from you. "Auntie's got lights," he says. "Ours went off Monday." When his mother calls, he gets up and straightens his jumper before he goes in. # touches: dayo # touches: tobi # reflect: Twenty minutes is long when a baby has not been seen. How do you tell whether you have the time?
  -> inside

=== inside ===
Bolanle sits on the edge of a bed. She has {second == "duty":had a fever since Friday|a fever}, and one breast is hard and red. The council's letters went to the hostel, and her phone has no credit. The meter has been empty since Monday, so they had been sleeping at Sade's{second != "auntie":, until Sade's husband asked how long for}. Tobi is small and looks straight at you.
"You have been searching for us." # speaker: bolanle
* [Tell her all of it: who looked, who rang, what was seen] # key: tell
  ~ fourth = "tell"
  {saw:{first == "phone":"My son's page," she says. "On your own telephone."|"In church," she says, and nearly laughs.} It was the naming of Sade's granddaughter, she says. She danced with the baby, and what guests give to the one who dances goes into a bag for the parents. The lace was borrowed.{first == "phone": Dayo has gone very still. Then he begins to delete his page.}|She counts them on her fingers: the school, the clinic, the housing. "So now at the school gate I am the woman the council is looking for." Dayo looks at the floor.} # touches: bolanle # touches: dayo # reflect: When did you last tell somebody all the places where you had asked about them?
  -> panel
* [Ask how she has been managing for money] # key: money
  ~ fourth = "money"
  "I have not been managing." The council's vouchers do not work in the meter. She owes Sade for nappies. {saw:She does not mention a party. You leave room for it, and she sees that you are waiting for something.|She holds out her purse, open, as if you had asked to look inside.} Dayo stands so that he is between you and the baby. # touches: bolanle # touches: dayo # reflect: {saw:You asked as if you did not know something. What does such a question do to what you are told?|She opened her purse to you. What in your work makes people think that they must?}
  -> panel
* [Leave all that, and see to the baby and to her] # key: baby
  ~ fourth = "baby"
  Undressed, Tobi is thin but lively, and his nappy is hardly wet. You ring for a doctor, kneeling on the floor. Bolanle lets you hold him while she finds her shoes, and he gets hold of your lanyard. Nobody says anything more about searching. # touches: tobi # touches: bolanle # reflect: She had said something that you did not answer. How do you make sure that you come back to it?
  -> panel

=== panel ===
{second == "duty":Bolanle goes into hospital that morning with Tobi, and Dayo stays at Sade's.|A doctor sees Bolanle and Tobi that evening, and gives her tablets.} On Wednesday a panel at the council decides whether the weekly money goes on.
{saw:"The picture has to go in, under her means," says Gwen. "They'll ask. If it comes out later it's your name on it, and mine."|"Just one look online before panel, so we're covered," says Gwen. "They always ask if we've checked."}
* {saw} [Put it in, with whatever she has said of it beside it] # key: put_in
  ~ fifth = "in"
  You write: seen online, and the date. {fourth == "tell":Under it you put her account, in her own words, with the naming and the bag and the lace. You ring Sade, who says yes, of course, how else is it done?|Under it is a box for what Bolanle says, and you have nothing to put in it. You ring her twice, and nobody picks up.} # touches: bolanle # touches: sade # reflect: How would what you write read to somebody who has never been to such a party?
  -> end_in
* {saw} [Leave it out of her means, and enter the look in the record of viewings] # key: log
  ~ fifth = "log"
  It takes you an hour. {first == "phone":You have to write whose phone it was, that it was a child's page, and that nobody had written down a question first. It does not read well.|You write the question, the signature, the one search and the hall. The answer was yes, they were still in the town. Anything else in the picture, you write, was not what we asked.} "Well, that's honest," says Gwen. She does not sign it straight away. # touches: gwen # touches: bolanle # reflect: Who reads your records of what you looked at, and what do they do with them?
  -> end_log
* {saw} [Leave it out altogether] # key: leave_out
  ~ fifth = "out"
  You write about her means from her bank slips and what she told you. Nothing in it is untrue. Gwen looks at the page, and at you, and lets it go through. # touches: bolanle # touches: gwen # reflect: You spared Bolanle the picture. Who else did you spare by leaving it out?
  -> end_out
* {not saw} [Agree to one look, in writing, and tell Bolanle first] # key: told_look
  ~ fifth = "told"
  You take the form to her bed. She reads it twice. "And if I say no?" You tell her that you would write down her no, and that nothing else would follow. As far as you know that is true. She takes the tablet from you and types her own name into the search. # touches: bolanle # touches: gwen # reflect: The panel holds her money. How free is somebody to say no to you?
  -> end_told
* {not saw} [Say no, and send the panel her bank slips and her word] # key: refuse
  ~ fifth = "no"
  "And when they send it back?" says Gwen. You say that you will go to the panel and tell them what it costs to fill a meter. She puts it up under your name and leaves hers off. She is not angry. She has been doing this for longer than you have. # touches: gwen # touches: bolanle # reflect: If the panel had stopped the money, what would you have said to Bolanle?
  -> end_no
* {not saw} [Ask Gwen which families the team has looked at this year] # key: which
  ~ fifth = "which"
  "Don't," says Gwen. Then she gets up, shuts the door and counts on her fingers. There are four that she knows of. She says the surnames, and all four are African. "It wasn't on purpose," she says. You say that you did not think it was. # touches: gwen # touches: bolanle # reflect: Which families has your own team looked up this year, and who would know?
  -> end_which

=== end_in ===
{
- fourth == "tell":
  The panel reads it all and pays for four more weeks. One member asks whether such parties are usual. It is in the minutes that he asked. # ending: her_words; Her words beside it
- else:
  The panel reads it, and holds the money back until the mother explains. She is able to explain on the eighth day. By then the lights at Copper Street have been off again for five. # ending: empty_box; The empty box
}
-> END

=== end_log ===
The panel pays. In the spring Bolanle asks for a copy of her file. The viewing is on page sixty. {fourth == "tell":She has heard about it from you already, and turns the page.|She reads it standing up at the counter in the library. Then she reads it again.} # ending: page_sixty; Page sixty
-> END

=== end_out ===
The panel pays. {first == "phone":{fourth == "tell":Dayo's page is gone. Bolanle knows why, and nothing on the file says so.|Nobody will ever know. For some weeks your phone goes on asking whether Dayo is somebody you know.}|The form that Gwen signed is in a drawer, with no answer written on it.} Bolanle thanks you on the stairs, and you look for your keys so as not to look at her. # ending: nothing_on_file; Nothing on file
-> END

=== end_told ===
There is nothing that anybody can see, except on the page of her church. In a picture from its hall Bolanle is dancing in white lace, with bank notes pressed to her forehead. She puts her hand over her mouth. Then she tells you what it is and whose money that was, and watches you write it down. The panel pays. # ending: own_name; She types her own name
-> END

=== end_no ===
The panel asks you questions for nineteen minutes. It pays for a fortnight, and wants you back after that. Going down in the lift, one of them says that most people just have a look. # ending: nineteen_minutes; Nineteen minutes
-> END

=== end_which ===
Gwen rings the head of service before she can change her mind. From now on there will be a list of who is looked up, with a reason beside each name. The panel still meets on Wednesday. Bolanle's papers are not complete, so it puts her off for a week, and there is no money for that week. # ending: four_names; Four names
-> END

=== as_child ===
I'm the one who answers the door. That's my job, and holding the torch.
{first == "phone": It came up on my phone, somebody you may know, and it was the one from the council. I thought I'd pressed something wrong. I didn't tell my mum.}
{first == "ring": They asked me about it after, in the office at school, in front of everyone queuing for dinner money.}
{second:
- "go": I heard someone on the stairs and it was pitch dark. I turned the torch off first. Then I thought, Tobi's crying anyway, they can hear him.
- "auntie": We were safe at my auntie's, and then the phone rang and everybody stopped eating. Uncle said how long are they staying.
- "duty": On Saturday people shouted through the letter box. My mum put her hand on my mouth and I put mine on Tobi's. We stayed like that till ages after.
}
{third:
- "ask": I said we'd been at home all week. I'd practised it. My mum always says don't lie, except she'd told me to say that one.
- "wake": I had to wake my mum up, and she was burning hot. I'd only just got her to sleep.
- "wait": The social worker sat on the dirty stairs and didn't ask me anything, so I said about the lights.
}
{fourth:
- "tell": {first == "phone":Then my mum found out that it was from me they knew. I took my whole page off. It had my bike on it, from before.|{first == "signed":My mum explained about the money. I could have explained it. It's for the new baby, everybody knows that.|My mum counted on her fingers who they'd asked. It was me who wrote auntie's number on the form at school.}}
- "money": My mum had to say about my auntie and the nappies. I don't like it when she has to use that voice.
- "baby": A doctor got called for us. Tobi wouldn't let go of the badge. That was the good bit.
}
{fifth == "in" and fourth != "tell": Then there wasn't any money for a week and no one said why. {first == "phone":I think it's because I put up that picture of my mum.|I heard it was because of a picture of my mum at church. She was only dancing.}}
-> DONE

=== as_parent ===
I am a bookkeeper. I want you to know that, because in the file I am "mother, no recourse to public funds".
{first:
- "phone": {fourth == "tell":They came to me through my own son, through his little page. He thought that it was his fault. He is eleven.|There was something that the worker knew and did not say. I could feel it in the room. I never found out what it was{fifth == "log": until the spring}{fifth == "in": until the panel}.}
- "signed": {fourth == "tell":They saw me in church. I was told so, and who had signed for it. I was ashamed, and I was glad that somebody told me.|There was something that the worker knew and did not say. I waited for it{fifth == "log":, and in the spring I read it}{fifth == "in":, and then a panel said it}.}
- "ring": Before they found me they had told the school, the clinic and the housing that I was lost. {second == "auntie":I was not lost. I was at my friend's.|I was not lost. I was sitting in the dark.}
}
{second:
- "go": The worker came up those stairs alone, in the dark. I was sick and I was afraid, and I was a little glad.
- "auntie": Sade has not changed to me. Her husband has. I hear him counting what we eat.
- "duty": When they called through the door on Saturday, I thought it was the men who take you to the airport. I held my breath until I saw colours.
}
{fourth:
- "money": I was asked about money when I had a fever of thirty-nine. {saw:{fifth == "out":The worker was waiting for me to say something. I did not know what.|And all that time they had a picture.}|I showed my purse like a thief.}
- "baby": That day it was Tobi first. He was held properly, with a hand behind his head. I do not forget it.
- "tell": I asked, and I got the answer. It was not a nice answer, but I got it.
}
{fifth:
- "in": {fourth == "tell":My words stand beside their picture. Next time they may ask a person what a custom means before they write about it.|In the end a panel judged me for a dance. Nobody had asked me about it.}
- "told": I typed my own name. It is a small thing, but it was I who typed it.
- "which": They put me off for a week so that they could count other women. I hope they counted well.
- "no": I heard that the worker stood up for me. We ate for a fortnight on it.
- "log": It is on page sixty. They wrote down what they did. I have worked in offices where they would not.
- "out": {fourth == "tell":It was told to me, and it is written nowhere. If I ever complain, who will believe me?|The worker was kind to me, and would not look at me.}
}
-> DONE

=== as_colleague ===
It's Gwen. There are thirty-one families on my board. Two years ago I went home on a Friday not knowing, about a different baby. So I ask.
{first:
- "phone": I said use your phone. I said it with my coat on. I didn't know it would be the lad's page, but then I hadn't asked whose it would be.
- "signed": I was handed a form to sign and I was cross for about a minute. It was the first time I'd had to say what the question was.
- "ring": I got three phone calls instead of one look. It took longer, and now three more people know her business.
}
{second:
- "go": Then it was up those stairs alone, in the dark. I sat in my car with the phone on my knee till ten to eight.
- "auntie": Then it was a call to a friend of the family. It was quick, and it worked. I don't think it was for us to tell that woman.
- "duty": Then it went over to duty, all in order. I read their note on Saturday in my kitchen: no reply, no sounds. It worried me that a baby made no sound.
}
{fifth:
- "in": It went to panel under means, like I said it should. {fourth == "tell":It had her side next to it, and I was glad of that.|I looked at the empty box, and I sent it up anyway, because it was due.}
- "log": {first == "phone":The log says what I told my worker to do, and on whose phone. I signed it on the Thursday.|The log has my name under the question. That's fair.}
- "out": It never went anywhere. I've not mentioned it since, and nor has anyone.
- "told": She was told first. I'd have bet money that she'd say no, and I'd have held it against her.
- "no": I got told no, and I let it go up under somebody else's name. I've thought about that since.
- "which": Four families. I'd known all the names. I'd never said them one after another.
}
-> DONE

=== as_court ===
The file shows two visits without reply, a card left, and a call to a doctor on {second == "duty":the Monday|the Friday}.
{first:
- "phone": {fifth == "log":It shows that the open page of a child aged eleven was viewed on a worker's own phone, with no request made first.|{fifth == "in":It shows a picture "seen online". It does not say on whose page, or on whose device.|It shows no viewing of anything.}}
- "signed": It shows one request, with one question, a signature and a time. {fifth == "out":It has no result.|{fifth == "in":The question was whether the family was in the town. The answer has been used for something else.|What was found beyond the question is marked as not used.}}
- "ring": It shows three calls, each with a name and a reason. It does not show whether the mother was told of them{fourth == "tell":, though she says in her own statement that she was}.
}
{second:
- "go": There is a late visit, of which the manager was aware.
- "auntie": There is a call to a friend of the family. {first == "ring":The number came from the school's form.|It is not stated where the number came from.}
- "duty": There is a visit by the duty team: no reply, no sounds heard. The mother says that all three were behind the door.
}
{fourth:
- "tell": The mother's account of the week is in her own words, taken on the day.
- "money": There is a note of what the mother said about money. {saw:It does not say what the worker had already seen.|It does not say why she was asked that day.}
- "baby": There is a clear note of how the baby looked undressed, of his nappy, and of when a doctor was called.
}
{third == "ask": A child of eleven is recorded as saying that they had been at home. He was asked before any adult was.}
{fifth:
- "told": A second request shows a single viewing, with the mother told beforehand and present.
- "which": There is a manager's note of earlier viewings, made from memory.
- "no": The panel's minutes record that the worker would not look, and the reasons given.
- "in": The panel's decision quotes the picture{fourth == "tell": and the mother's account|. The mother's account is dated eight days later}.
- "log": The panel's papers do not mention the picture. The record of viewings does.
- "out": The panel's papers have bank slips and the mother's word. They do not say how these were tested.
}
-> DONE

=== by_duty ===
{first:
- "phone": A child's page was opened on a worker's private phone. Nobody had written down what question it should answer, and nothing could show later what was opened.
- "signed": The looking was kept to one question, at one time, with a proper account. Other people at a party were seen all the same.
- "ring": Those who have a duty to the children were asked before any page was opened. Each of them was told something about the family in the asking.
}
{second:
- "go": The children were looked for in person, and that day. The worker went alone.
- "auntie": A friend was told that the council was looking for the family. {first == "ring":A number given to a school for emergencies was used. Whether this was one can be argued.|Her number was taken from a page that nobody had been asked to open.}
- "duty": The work was handed on in good order, to people who did not know the family. A baby not seen since the second was not seen for three days more.
}
{fourth:
- "tell": She was told openly what had been done, when she could barely sit up.
- "money": Her need was asked about. {saw:She answered without knowing what the worker knew.|She was not told who had been rung.}
- "baby": The baby's safety came first. His mother was still owed an answer.
}
{fifth:
- "in": {fourth == "tell":She could answer before the picture was relied on.|The picture was relied on before she could answer.} A look made to find a family was used to judge its money.
- "log": She, or anybody who checks, can find out who looked and why.
- "out": Nothing was used against her. Nobody can check what was done, and neither can she.
- "told": She was told first and could watch. The money depended on what was found.
- "no": What she said was taken without prying further. If the panel had not been content, she and the children would have paid for it.
- "which": Somebody asked whether the looking fell on some people more than on others. Public bodies have to ask that.
}
-> DONE

=== by_outcome ===
{second:
- "go": Bolanle has tablets from the Friday night, and the swelling goes down by Sunday. At your own home they no longer lay a place for you on a Friday.
- "auntie": Bolanle has tablets from the Friday night. Sade's husband says that the family may stay until the end of the month, and not longer.
- "duty": Bolanle spends three nights in hospital. Tablets on Friday might have saved her that. Tobi learns to take a bottle there.
}
{third:
- "ask": Dayo has told a lie for his mother to somebody who knew. At visits he keeps out of the room now.
- "wake": Dayo still sleeps nearest the door, and says that he is not tired.
- "wait": At the next visit Dayo shows you a drawing of the stairs.
}
{first:
- "phone": {fourth == "tell":Dayo has no page. He has asked twice who else was looking.|Dayo's page still says that he is sixteen, and is open to anybody. Nobody has talked with him about that.}
- "signed": {fourth == "tell":Bolanle has told her church, and it now asks people before it puts up their pictures.|The picture from the hall is still there for all to see.}
- "ring": The school has found out that Dayo could have free dinners. Two mothers at the gate have stopped saying hello to Bolanle.
}
{fifth:
- "in": {fourth == "tell":There is money for four weeks, and a line in some minutes about a party.|There was no money for eight days. Bolanle has borrowed more from Sade, and Sade's husband knows.}
- "log": There is money. There is also a page that Bolanle reads in the spring.
- "out": There is money. {fourth == "tell":You, Bolanle and Gwen know what was done, and none of you could show it.|You know something about Bolanle, and she does not know that you do.}
- "told": There is money, and a picture that has been explained by the person in it.
- "no": There is money for a fortnight, and another meeting after that.
- "which": There is no money for a week. After that there is a list, and Gwen reads it every month.
}
Letters come to Copper Street now. The health visitor comes too, every other week. She has put credit on the meter out of her own purse, which she is not supposed to do.
-> DONE
