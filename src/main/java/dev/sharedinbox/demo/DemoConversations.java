package dev.sharedinbox.demo;

import java.util.Arrays;
import java.util.List;

/// What customers of a small shop write about, and what the shop answers.
final class DemoConversations {

    /// A conversation.
    ///
    /// @param tag the number of the tag that fits it, or 0
    /// @param support whether it goes to Support; else it goes to Sales
    /// @param lines what was written, the customer's first
    record Conversation(int tag, boolean support, List<Line> lines) {}

    /// One message.
    record Line(boolean incoming, String text) {}

    /// Lines that begin with `>` are ours.
    static final List<Conversation> ALL = List.of(
            sales(0, """
                    Hi! Do you still have the blue ceramic mugs?
                    > Hello! Yes, we have 14 of them left.
                    Great. And do they come as a set of four?
                    > They do: 38 dollars for the set, 11 for a single one.
                    I'll take a set please
                    > Wonderful! Shall we ship it or will you pick it up?
                    Pick up, tomorrow after 5 if that works
                    > It does. Your set is reserved at the counter until Saturday.
                    Thank you so much 🙏
                    """),
            sales(74, """
                    Good morning, can you deliver to Oak Street 12?
                    > Good morning! Yes, that's in our delivery area. Delivery is 4 dollars, free above 50.
                    Perfect, and how long does it take?
                    > Orders before noon arrive the same day.
                    Nice, I'll order on your site then
                    """),
            sales(71, """
                    Hello, it's Dana from the Willow Café again
                    We need 40 kg of the house blend for next month
                    > Hi Dana! Good to hear from you. Same roast as last time?
                    Yes, medium please. Can you keep the March price?
                    > For 40 kg we can. I'll send the quote by e-mail this afternoon.
                    You are the best
                    > Quote is out. Delivery on the 3rd, as always before 8.
                    Confirmed ✅
                    """),
            sales(0, """
                    Hey, what are your opening hours on Sunday?
                    > Hi! On Sundays we are open from 10 to 4.
                    Cool thx
                    """),
            sales(75, """
                    Just wanted to say the sourdough yesterday was incredible
                    > That makes our day! I'll tell the bakers.
                    Please do! See you Friday
                    """),
            sales(0, """
                    Do you have gluten free options?
                    > We do! Almond cake, polenta bread and most of our cookies.
                    Are they made in the same kitchen?
                    > The same building, but a separate room and oven.
                    That works for me. Can I reserve one almond cake for Saturday?
                    > Of course. Small (6 people) or large (12)?
                    Large please
                    > Reserved under your name. 42 dollars, pay when you pick it up.
                    Awesome, thank you
                    """),
            sales(72, """
                    Hi, I need a gift basket by 3 pm today, is that possible??
                    > Hello! Let me check with the team.
                    > Yes, we can do it. What's the budget?
                    Around 80. No nuts please, my aunt is allergic
                    > Got it: cheese, olives, crackers, jam and a bottle of cider. No nuts.
                    Sounds perfect. How can I pay?
                    > I'll send a payment link in a minute.
                    Paid 👍
                    """),
            sales(0, """
                    Hello! Is the vegetable box available for two people?
                    > Hi! Yes, the small box is made for two: 24 dollars a week.
                    Can I pause it when I travel?
                    > Any time until Tuesday evening of the week before.
                    Let me think about it and get back to you
                    """),
            sales(0, """
                    Can I get an invoice with my company's name?
                    > Sure, please send me the company's name and tax number.
                    Brightside Studio LLC, 84-1234567
                    > Thank you, the invoice is in your mailbox.
                    """),
            sales(71, """
                    Hi, do you cater for events? About 60 people in June
                    > Hello! Yes, we do. What kind of event is it?
                    A wedding, but a relaxed one. Buffet, half of the guests vegetarian
                    > Lovely! I'd suggest our summer menu. May I call you tomorrow at 10?
                    10 is good
                    > Talk to you then. I'll bring three price examples.
                    """),
            support(74, """
                    Hi, my order #4471 says delivered but I don't have it
                    > I'm sorry about that! Let me look at the courier's note.
                    > It was left with your neighbour at number 14. Could you check?
                    Oh! One moment
                    Got it, thanks. Maybe ask them to leave a card next time
                    > Fair point, I'll pass it on.
                    """),
            support(73, """
                    The coffee grinder I bought last week stopped working
                    > Oh no. Does it still make a sound when you press the button?
                    No, nothing at all
                    > Then it's a case for the warranty. Would you like a new one or the money back?
                    Money back please, I already bought another one
                    > Understood. The refund of 59 dollars is on its way, it takes 3 to 5 days.
                    Thanks for the quick help
                    """),
            support(72, """
                    URGENT the cake has the wrong name on it
                    The party starts at 4!!
                    > I'm so sorry! Which name should it be?
                    Mia, not Maya
                    > The baker can fix it in 20 minutes. Can you bring it, or shall we come to you?
                    Please come, Park Avenue 8
                    > Our courier leaves now.
                    He's here. You saved the day!
                    """),
            support(74, """
                    Where is my parcel? It should have come yesterday
                    > Good morning! May I have your order number?
                    4502
                    > Thank you. It's at the depot and will be delivered today between 1 and 3.
                    Ok I'll wait
                    """),
            support(0, """
                    Hello, I can't log in to the web shop
                    > Hi! Do you get an error message?
                    It says unknown e-mail address
                    > You ordered as a guest last time, so there is no account yet. I've sent you an invitation.
                    That worked, thank you
                    """),
            support(73, """
                    I was charged twice for order 4519
                    > That should not happen, let me check.
                    > You're right, I see two payments of 27.40. One goes back to your card today.
                    Ok thank you. How long does it take?
                    > Usually two working days.
                    """),
            support(75, """
                    The new packaging is much better, no broken jars this time
                    > Thank you for telling us! We switched to paper wool.
                    Keep it 👌
                    """),
            support(0, """
                    Can I change the delivery address of tomorrow's box?
                    > Yes, until 6 pm today. Where should it go?
                    Elm Street 3, second floor
                    > Changed. You'll get a message when it's on its way.
                    Thanks!
                    And is it possible to get it before 9?
                    """),
            support(73, """
                    Two of the six eggs were broken
                    > I'm sorry! Could you send us a photo?
                    I already threw them away, sorry
                    > No problem. I've put 3 dollars of credit on your account.
                    That's kind
                    """),
            support(72, """
                    My card was declined but the money is gone from my account
                    Please help, I need this order for tomorrow
                    > I understand, let me see. It's a reservation by your bank that disappears by itself.
                    > You can pay when the courier comes, your order stays as it is.
                    Puh, ok. Thank you!
                    """));

    private DemoConversations() {}

    private static Conversation sales(int tag, String lines) {
        return new Conversation(tag, false, lines(lines));
    }

    private static Conversation support(int tag, String lines) {
        return new Conversation(tag, true, lines(lines));
    }

    private static List<Line> lines(String text) {
        return Arrays.stream(text.split("\n"))
                .map(line -> line.startsWith("> ") ? new Line(false, line.substring(2)) : new Line(true, line))
                .toList();
    }
}
