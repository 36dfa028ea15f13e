package fr.entecole.redaction;

import java.util.ArrayList;
import java.util.List;

/// Words put together as they are kept, wherever they come from.
final class Assemblage {

    private Assemblage() {}

    /// Words of one look together, no space at either end of a line, one space where there were several.
    static List<Bloc.Mots> tidy(List<Bloc.Mots> mots) {
        var joined = new ArrayList<Bloc.Mots>();
        for (var some : mots) {
            if (some.texte().isEmpty()) {
                continue;
            }
            var last = joined.isEmpty() ? null : joined.getLast();
            var texte = some.texte();
            boolean afterSpace =
                    last == null || last.texte().endsWith(" ") || last.texte().endsWith("\n");
            texte = texte.replaceAll(" +", " ").replaceAll(" ?\\n ?", "\n");
            if (afterSpace) {
                texte = texte.replaceFirst("^ +", "");
            }
            if (last != null && texte.startsWith("\n") && last.texte().endsWith(" ")) {
                joined.set(joined.size() - 1, with(last, last.texte().stripTrailing()));
                last = joined.getLast();
            }
            if (texte.isEmpty()) {
                continue;
            }
            if (last != null && last.looksAs(some)) {
                joined.set(joined.size() - 1, with(last, last.texte() + texte));
            } else {
                joined.add(with(some, texte));
            }
        }
        trim(joined);
        return List.copyOf(joined);
    }

    private static void trim(List<Bloc.Mots> mots) {
        while (!mots.isEmpty()) {
            var first = with(mots.getFirst(), mots.getFirst().texte().replaceFirst("^[ \\n]+", ""));
            mots.set(0, first);
            if (!first.texte().isEmpty()) {
                break;
            }
            mots.removeFirst();
        }
        while (!mots.isEmpty()) {
            var last = with(mots.getLast(), mots.getLast().texte().replaceFirst("[ \\n]+$", ""));
            mots.set(mots.size() - 1, last);
            if (!last.texte().isEmpty()) {
                break;
            }
            mots.removeLast();
        }
    }

    private static Bloc.Mots with(Bloc.Mots mots, String texte) {
        return new Bloc.Mots(texte, mots.gras(), mots.lien());
    }
}
