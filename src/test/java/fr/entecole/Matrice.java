package fr.entecole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.HtmlUtils;

/// What each route answered to each who asked, as a page under `target/acces` that a person reads.
public final class Matrice {

    private static final Path PLACE = Path.of("target", "acces");
    private static final String HEAD = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%1$s</title><style>
            body { font: 14px/1.4 sans-serif; margin: 1rem; }
            table { border-collapse: collapse; }
            th, td { border: 1px solid #ccc; padding: 2px 6px; text-align: center; white-space: nowrap; }
            thead th { position: sticky; top: 0; background: #fff; writing-mode: vertical-rl; text-align: left; }
            tbody th { position: sticky; left: 0; background: #fff; text-align: left; font-family: monospace; }
            .answered { background: #bfe5c4; } .nothing { background: #f3f3f3; color: #666; }
            .door { background: #dbe7fa; } .refused { background: #fdecc8; } .broken { background: #f5b5b5; }
            </style></head><body><h1>%1$s</h1>
            <p>%2$s</p>
            <p><span class="answered">answered</span> · <span class="nothing">nothing there (404)</span> ·
            <span class="door">sent to the door</span> · <span class="refused">refused (4xx)</span> ·
            <span class="broken">broken (5xx)</span></p>
            """;

    private final Map<String, Map<String, Case>> routes = new TreeMap<>();
    private final Set<String> columns = new LinkedHashSet<>();

    /// @param place where it redirects to, if it does
    public void note(Object route, String who, int status, @Nullable String place) {
        columns.add(who);
        routes.computeIfAbsent(route.toString(), _ -> new TreeMap<>()).put(who, Case.of(status, place));
    }

    public int size() {
        return routes.values().stream().mapToInt(Map::size).sum();
    }

    public Collection<String> columns() {
        return List.copyOf(columns);
    }

    /// @param name of the file, without its ending
    /// @return the page
    public Path write(String name, String title, String story) {
        var html = new ArrayList<String>();
        html.add(HEAD.formatted(escape(title), escape(story)));
        html.add("<table><thead><tr><th>" + routes.size() + " routes</th>");
        columns.forEach(column -> html.add("<th>" + escape(column) + "</th>"));
        html.add("</tr></thead><tbody>");
        routes.forEach((route, cases) -> {
            html.add("<tr><th>" + escape(route) + "</th>");
            for (var column : columns) {
                var one = cases.get(column);
                html.add(one == null ? "<td></td>" : "<td class=\"" + one.sort + "\">" + escape(one.words) + "</td>");
            }
            html.add("</tr>");
        });
        html.add("</tbody></table></body></html>");
        try {
            Files.createDirectories(PLACE);
            return Files.writeString(PLACE.resolve(name + ".html"), String.join("\n", html));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escape(String words) {
        return HtmlUtils.htmlEscape(words);
    }

    private record Case(String sort, String words) {

        static Case of(int status, @Nullable String place) {
            if (place != null && (place.equals("/connexion") || place.equals("/classe"))) {
                return new Case("door", place);
            }
            var sort = status >= 500
                    ? "broken"
                    : status == HttpStatus.NOT_FOUND.value() ? "nothing" : status >= 400 ? "refused" : "answered";
            return new Case(sort, Integer.toString(status));
        }
    }
}
