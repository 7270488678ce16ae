package io.secplat.workers.notify;

import io.secplat.runtime.admin.Described;
import java.util.List;

/** The notifier, as operators see it. */
@Described("The channels of this server.")
public interface NotificationsMXBean {

    @Described("The channels that are set up.")
    List<String> getChannels();

    @Described("Sends a message of severity info, to see whether messages arrive.")
    String sendTestNotification(@Described("the name of a channel, or all") String channel);
}
