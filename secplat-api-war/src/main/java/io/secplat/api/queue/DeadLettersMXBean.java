package io.secplat.api.queue;

import io.secplat.runtime.admin.Described;
import java.util.List;

/** Dead letters, as operators see them. */
@Described("Messages that were given up.")
public interface DeadLettersMXBean {

    @Described("The newest dead letters of a stream, each as one JSON object.")
    List<String> listDeadLetters(
            @Described("the stream without .dlq, for example secplat.events.notify") String stream,
            @Described("how many at most, 1 to 200") int max);

    @Described("Sends dead letters back to the stream they came from.")
    String replayDeadLetters(
            @Described("the stream without .dlq") String stream, @Described("an id, or all") String id);

    @Described("Throws one dead letter away for good.")
    String discardDeadLetter(@Described("the stream without .dlq") String stream, @Described("its id") String id);
}
