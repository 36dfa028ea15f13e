package fr.entecole.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// One run of wrk against one address of the loopback, with what it cost the application and its PostgreSQL.
///
/// @param appMicros processor time of the application for one page
/// @param pgMicros processor time of PostgreSQL for one page
/// @param compilerMicros of [#appMicros], what the virtual machine's compilers took
record Charge(double pages, double perSecond, double p50Millis, double p99Millis, double appMicros, double pgMicros, double compilerMicros) {

    static Charge run(Application app, String path, String cookie, int connections, int seconds) throws Exception {
        return measured(
                app,
                path,
                connections,
                seconds,
                List.of("-H", "Cookie: " + cookie, "-H", "Accept-Encoding: gzip, deflate, br, zstd"),
                Map.of());
    }

    /// Of the home, as each of many in turn.
    static Charge as(Application app, Path script, long from, int connections, int seconds) throws Exception {
        return measured(app, "/", connections, seconds, List.of("-s", "" + script), Map.of("BENCH_FROM", "" + from));
    }

    private static Charge measured(
            Application app, String path, int connections, int seconds, List<String> how, Map<String, String> with)
            throws Exception {
        var compiler = Processus.compilerMicros(app.pid());
        long appBefore = Processus.cpuMicros(app.pid());
        long pgBefore = Processus.postgresMicros(app.postmaster());
        var out = wrk(app.address() + path, connections, seconds, how, with);
        double pages = Double.parseDouble(find(out, "(\\d+) requests in"));
        if (out.contains("Non-2xx") || out.contains("Socket errors") || pages == 0) {
            throw new IllegalStateException("errors under load on " + path + ":\n" + out);
        }
        return new Charge(
                pages,
                Double.parseDouble(find(out, "Requests/sec:\\s+([\\d.]+)")),
                millis(find(out, "(?m)^\\s+50%\\s+(\\S+)")),
                millis(find(out, "(?m)^\\s+99%\\s+(\\S+)")),
                (Processus.cpuMicros(app.pid()) - appBefore) / pages,
                (Processus.postgresMicros(app.postmaster()) - pgBefore) / pages,
                Math.max(0, Processus.compilerMicros(app.pid()) - compiler) / pages);
    }

    double micros() {
        return appMicros + pgMicros;
    }

    private static String wrk(String url, int connections, int seconds, List<String> how, Map<String, String> with)
            throws Exception {
        List<String> line =
                new ArrayList<>(List.of("wrk", "--latency", "--timeout", "20s", "-t1", "-c" + connections, "-d" + seconds + "s"));
        line.addAll(how);
        line.add(url);
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().putAll(with);
        var process = builder.start();
        var out = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(out);
        }
        return out;
    }

    private static String find(String out, String pattern) {
        var found = Pattern.compile(pattern).matcher(out);
        if (!found.find()) {
            throw new IllegalStateException("unreadable answer of wrk:\n" + out);
        }
        return found.group(1);
    }

    private static double millis(String time) {
        double value = Double.parseDouble(time.replaceAll("[a-z]", ""));
        return time.endsWith("us")
                ? value / 1000
                : time.endsWith("ms") ? value : time.endsWith("m") ? value * 60_000 : value * 1000;
    }
}
