package io.secplat.local.inbox;

import io.secplat.local.http.Answer;
import java.util.function.Function;

/** What a service makes of a call. */
public sealed interface Verdict {

    /** A good message; the answer may name the id it was given. */
    record Accepted(Message message, Function<Received, Answer> answer) implements Verdict {}

    /** Nothing to keep: a refused message or a question. */
    record Answered(Answer answer) implements Verdict {}
}
