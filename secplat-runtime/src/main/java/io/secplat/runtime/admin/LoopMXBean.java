package io.secplat.runtime.admin;

import java.util.List;

/** One loop, as operators see it. Times are ISO-8601 in UTC. */
@Described("One loop of this server.")
public interface LoopMXBean {

    @Described("running, waiting to restart, paused, draining or drained.")
    String getState();

    @Described("Since when operators want it so, or since its start.")
    String getSince();

    @Described("When it last said that it is alive.")
    String getLastBeat();

    @Described("How often it was started again after a failure.")
    int getRestarts();

    @Described("The class of the exception that ended it last; empty without one.")
    String getLastError();

    @Described("How much it does at the same time; 1 when that cannot be changed.")
    int getConcurrency();

    @Described("What it has counted since the server started, each as name=count.")
    List<String> getCounters();

    @Described("Finishes what it works on and begins nothing new; what waits in its hands stays there.")
    String pause();

    @Described("Goes on after a pause, or begins anew after a drain.")
    String resume();

    @Described("Finishes what it works on and lets go of the rest, so that another server can take it over.")
    String drain();

    @Described("Sets how much it does at the same time, until the server ends.")
    String setConcurrency(@Described("1 to 64") int value);
}
