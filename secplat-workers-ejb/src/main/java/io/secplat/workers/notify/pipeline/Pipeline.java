package io.secplat.workers.notify.pipeline;

import java.util.List;

/** The stages in their order; the first is the outermost. */
public record Pipeline(List<Stage> stages) {

    public Pipeline {
        stages = List.copyOf(stages);
    }

    public static Pipeline of(Stage... stages) {
        return new Pipeline(List.of(stages));
    }

    public Fate run(Dispatch dispatch) throws InterruptedException {
        return from(0, dispatch);
    }

    private Fate from(int index, Dispatch dispatch) throws InterruptedException {
        return stages.get(index).run(dispatch, next -> from(index + 1, next));
    }
}
