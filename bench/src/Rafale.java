package fr.entecole.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Many people who each do one thing at an instant of their own, whatever became of those before them: a late answer
/// makes nobody else wait, and counts from the instant at which it was wanted.
///
/// @param seconds from the first to the last answer
/// @param appMicros,pgMicros processor time of all of it, the bench's own left out
/// @param first words of the first error, empty for none
record Rafale(
        int asked,
        int errors,
        double seconds,
        double p50Millis,
        double p99Millis,
        double mostMillis,
        double appMicros,
        double pgMicros,
        String first) {

    interface Geste {
        void run() throws Exception;
    }

    /// @param perSecond how many begin in a second; 0: all at once
    static Rafale of(Application app, List<? extends Geste> gestes, double perSecond) throws Exception {
        long appBefore = Processus.cpuMicros(app.pid());
        long pgBefore = Processus.postgresMicros(app.postmaster());
        var nanos = new long[gestes.size()];
        var errors = new AtomicInteger();
        var said = new ConcurrentLinkedQueue<String>();
        long start = System.nanoTime();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < gestes.size(); i++) {
                int n = i;
                long due = start + (perSecond == 0 ? 0 : (long) (i / perSecond * 1e9));
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                people.submit(() -> {
                    try {
                        gestes.get(n).run();
                    } catch (Exception e) {
                        errors.incrementAndGet();
                        said.add(e.toString());
                    }
                    nanos[n] = System.nanoTime() - due;
                });
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(nanos);
        return new Rafale(
                nanos.length,
                errors.get(),
                seconds,
                nanos[nanos.length / 2] / 1e6,
                nanos[(int) (nanos.length * 0.99)] / 1e6,
                nanos[nanos.length - 1] / 1e6,
                Processus.cpuMicros(app.pid()) - appBefore,
                Processus.postgresMicros(app.postmaster()) - pgBefore,
                said.isEmpty() ? "" : said.peek());
    }

    double micros() {
        return appMicros + pgMicros;
    }
}
