package io.secplat.guard;

import java.io.IOException;

/** The guard does not allow the target; its text is for people. */
public class TargetRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    public TargetRefusedException(Verdict.Refused refused) {
        super("Target refused: " + refused.detail());
        this.refusal = refused.refusal();
    }

    public Refusal refusal() {
        return refusal;
    }
}
