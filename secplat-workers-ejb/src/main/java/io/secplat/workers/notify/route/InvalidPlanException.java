package io.secplat.workers.notify.route;

/** A plan cannot be used. The message says where and why, in words for whoever wrote it. */
public class InvalidPlanException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidPlanException(String message) {
        super(message);
    }
}
