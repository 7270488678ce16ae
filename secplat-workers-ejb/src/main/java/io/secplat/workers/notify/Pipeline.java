package io.secplat.workers.notify;

import java.util.List;

/** The stages in their order; the first is the outermost. */
record Pipeline(List<Stage> stages) {

    Pipeline {
        stages = List.copyOf(stages);
    }

    static Pipeline of(Stage... stages) {
        return new Pipeline(List.of(stages));
    }

    Fate run(Dispatch dispatch) throws InterruptedException {
        return from(0, dispatch);
    }

    private Fate from(int index, Dispatch dispatch) throws InterruptedException {
        return stages.get(index).run(dispatch, next -> from(index + 1, next));
    }
}
