package fr.entecole.bench;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/// The most heap that a process has in use while this is open, garbage included, and the most that a collection left:
/// what the process needed. Read from outside with the JDK's `jstat`.
final class Tas implements AutoCloseable {

    private final Process jstat;
    private final AtomicLong peakKb = new AtomicLong();
    private final AtomicLong keptKb = new AtomicLong();

    Tas(long pid) throws IOException {
        jstat = new ProcessBuilder(System.getProperty("java.home") + "/bin/jstat", "-gc", "" + pid, "20ms")
                .redirectErrorStream(true)
                .start();
        Thread.ofPlatform().daemon().start(this::read);
    }

    double peakMb() {
        return peakKb.get() / 1024.0;
    }

    /// Zero when nothing was collected meanwhile.
    double keptMb() {
        return keptKb.get() / 1024.0;
    }

    private void read() {
        try (var lines = jstat.inputReader()) {
            var line = lines.readLine();
            if (line == null) {
                return; // closed before it had begun
            }
            var head = line.strip().split("\\s+");
            double collections = -1;
            // the counts change before the sizes do: a collection's rest is the least of the samples that follow
            int following = 0;
            double rest = 0;
            while ((line = lines.readLine()) != null) {
                var cells = line.strip().split("\\s+");
                double used = 0;
                double collected = 0;
                for (int i = 0; i < head.length; i++) {
                    if (head[i].matches("S0U|S1U|EU|OU") && cells[i].matches("[0-9.,]+")) {
                        used += Double.parseDouble(cells[i].replace(',', '.'));
                    } else if (head[i].matches("YGC|FGC") && cells[i].matches("[0-9.,]+")) {
                        collected += Double.parseDouble(cells[i].replace(',', '.'));
                    }
                }
                if (following > 0) {
                    rest = Math.min(rest, used);
                    if (--following == 0) {
                        keptKb.accumulateAndGet((long) rest, Math::max);
                    }
                }
                if (collections >= 0 && collected > collections) {
                    following = 5;
                    rest = used;
                }
                collections = collected;
                peakKb.accumulateAndGet((long) used, Math::max);
            }
        } catch (IOException e) {
            // closed
        }
    }

    @Override
    public void close() {
        jstat.destroy();
    }
}
