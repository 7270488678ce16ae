package io.secplat.runtime.admin;

import io.secplat.runtime.ControlledLoop;
import io.secplat.runtime.Dial;
import io.secplat.runtime.LoopMode;
import io.secplat.runtime.WorkerState;
import java.util.List;

/** The management bean of one loop. */
record LoopConsole(ControlledLoop loop) implements LoopMXBean {

    @Override
    public String getState() {
        return state().word();
    }

    @Override
    public String getSince() {
        return loop.control().since().toString();
    }

    @Override
    public String getLastBeat() {
        return state().lastBeat().toString();
    }

    @Override
    public int getRestarts() {
        return state().restarts();
    }

    @Override
    public String getLastError() {
        String error = state().lastError();
        return error == null ? "" : error;
    }

    @Override
    public int getConcurrency() {
        return loop.worker().concurrency().map(Dial::value).orElse(1);
    }

    @Override
    public List<String> getCounters() {
        return loop.worker().counters().entrySet().stream()
                .map(counter -> counter.getKey() + "=" + counter.getValue())
                .toList();
    }

    @Override
    public String pause() {
        return ask(LoopMode.PAUSE);
    }

    @Override
    public String resume() {
        return ask(LoopMode.RUN);
    }

    @Override
    public String drain() {
        return ask(LoopMode.DRAIN);
    }

    @Override
    public String setConcurrency(int value) {
        Dial dial = loop.worker()
                .concurrency()
                .orElseThrow(() -> new IllegalArgumentException(
                        loop.worker().name() + " does one thing after the other; its concurrency cannot be set"));
        return "Concurrency is " + value + ", was " + dial.set(value) + ".";
    }

    private String ask(LoopMode mode) {
        boolean changed = loop.control().ask(mode);
        return loop.worker().name() + (changed ? " is now " : " was already ") + state().word() + ".";
    }

    private WorkerState state() {
        return loop.state().get();
    }
}
