package fr.entecole.annuaire.aaf.validation;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.Rapport;
import fr.entecole.annuaire.aaf.Sorte;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a run has to say besides its counts: warnings, grouped, and records refused. Ids of the feed only, never a
/// name; lists are capped, counts are not.
public final class Signalements {

    private static final int IDS = 50;
    private static final int ENTREES = 300;
    private static final int REFUS = 1000;

    private final Map<String, Compte> avertissements = new LinkedHashMap<>();
    private final List<Rapport.Refus> refus = new ArrayList<>();
    private final Map<Sorte, Long> refuses = new EnumMap<>(Sorte.class);
    private final Map<Sorte, Long> inutilisables = new EnumMap<>(Sorte.class);
    private final Set<String> attributsInconnus = new HashSet<>();

    private Sorte sorte = Sorte.STRUCTURE;
    private Depot.@Nullable Table gardes;

    private static final class Compte {
        private final String code;
        private final String message;
        private final Set<String> ids = new java.util.LinkedHashSet<>();
        private long nombre;

        Compte(String code, String message) {
            this.code = code;
            this.message = message;
        }
    }

    /// From now on each warning about a person is also kept whole, for the head of their school.
    void keepIn(Depot.Table table) {
        gardes = table;
    }

    /// The kind of the records that follow.
    void about(Sorte lue) {
        sorte = lue;
    }

    /// @param attribut of the feed, which the head knows as a field of ONDE
    public void warn(String code, String attribut, String message, String id) {
        warn(code, message, id);
        if (gardes != null && sorte != Sorte.STRUCTURE) {
            gardes.add(sorte.code).add(id).add(code).add(attribut).end();
        }
    }

    public void warn(String code, String message, @Nullable String id) {
        warn(code, message, id == null ? List.of() : List.of(id), 1);
    }

    public void warn(String code, String message, List<String> ids, long nombre) {
        var cle = code + '\n' + message;
        var compte = avertissements.get(cle);
        if (compte == null) {
            if (avertissements.size() >= ENTREES) {
                return;
            }
            compte = new Compte(code, message);
            avertissements.put(cle, compte);
        }
        compte.nombre += nombre;
        for (var id : ids) {
            if (compte.ids.size() < IDS) {
                compte.ids.add(id);
            }
        }
    }

    /// Said once per name and run: the AAF gains attributes every year.
    void unknownAttribute(String nom) {
        if (attributsInconnus.size() < ENTREES / 3 && attributsInconnus.add(nom)) {
            var montre = nom.length() > 60 ? nom.substring(0, 60) + "…" : nom;
            warn("attribut-inconnu", t("L’attribut {0} n’est pas connu de l’ENT : il est ignoré.", montre), null);
        }
    }

    /// A record that cannot be used as it is written.
    public void refuse(Sorte sorte, String id, String message) {
        inutilisables.merge(sorte, 1L, Long::sum);
        refuse(sorte, List.of(id), 1, message);
    }

    /// Records well written for which the directory has no place: a guardian whom no pupil names, a modification of
    /// someone unknown.
    public void refuse(Sorte sorte, List<String> ids, long nombre, String message) {
        refuses.merge(sorte, nombre, Long::sum);
        for (var id : ids) {
            if (refus.size() < REFUS) {
                refus.add(new Rapport.Refus(sorte.code, id, message));
            }
        }
    }

    public long unusableOf(Sorte sorte) {
        return inutilisables.getOrDefault(sorte, 0L);
    }

    public long refusedOf(Sorte sorte) {
        return refuses.getOrDefault(sorte, 0L);
    }

    public List<Rapport.Avertissement> warnings() {
        return avertissements.values().stream()
                .map(c -> new Rapport.Avertissement(c.code, c.message, c.nombre, List.copyOf(c.ids)))
                .toList();
    }

    public List<Rapport.Refus> refused() {
        return List.copyOf(refus);
    }
}
