package fr.entecole.direct;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One open page. What it is told while it is being told something is told once, afterwards: a reader who is slow makes
/// nobody wait and keeps nothing in memory but the words that are left.
class Flux {

    /// Something may have been missed: the page looks again, within half a minute, so that not all look at once.
    static final String MANQUE = "manque";

    private final SseEmitter emitter;
    private final Set<String> waiting = ConcurrentHashMap.newKeySet(2);
    private final AtomicBoolean busy = new AtomicBoolean();

    Flux(SseEmitter emitter) {
        this.emitter = emitter;
    }

    void onEnd(Runnable gesture) {
        emitter.onCompletion(gesture);
        emitter.onError(_ -> gesture.run());
        emitter.onTimeout(emitter::complete);
    }

    void tell(String quoi) {
        waiting.add(quoi);
        if (busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name("direct").start(this::send);
        }
    }

    private void send() {
        do {
            for (var quoi : waiting) {
                waiting.remove(quoi);
                try {
                    emitter.send(SseEmitter.event().name(quoi).data(""));
                } catch (IOException | IllegalStateException _) {
                    leave(); // who has left
                    return;
                }
            }
            busy.set(false);
        } while (!waiting.isEmpty() && busy.compareAndSet(false, true));
    }

    /// A request that has just become asynchronous, or is over, cannot be completed: the server ends it.
    private void leave() {
        try {
            emitter.complete();
        } catch (IllegalStateException _) {
            busy.set(true);
        }
    }

    void end() {
        Thread.ofVirtual().start(this::leave);
    }
}
