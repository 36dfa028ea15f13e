package fr.entecole.liaison.suivi;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Publics;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.liaison.ActeLiaison;
import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.Genres;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.reponses.Reponses.Paire;
import fr.entecole.liaison.suivi.Suivi.Etat;
import fr.entecole.papier.Feuillet;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Utilisateur;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Slips of paper, one a guardian and a child, several a page: for those who cannot be reached here, or for all who
/// have not answered.
@Component
class Talons {

    /// So many in one part of a printing, which is set in memory.
    private static final int AT_ONCE = 120;

    private static final String STYLE = style();

    private final JdbcClient jdbc;
    private final Genres genres;
    private final Publics publics;
    private final Appellations appellations;
    private final Lectures lectures;
    private final Journal journal;

    Talons(
            JdbcClient jdbc,
            Genres genres,
            Publics publics,
            Appellations appellations,
            Lectures lectures,
            Journal journal) {
        this.jdbc = jdbc;
        this.genres = genres;
        this.publics = publics;
        this.appellations = appellations;
        this.lectures = lectures;
        this.journal = journal;
    }

    /// @param tous all who have not answered; else those who cannot be reached here. A child of whom nobody is known
    ///     has a slip without a name
    static List<Talon> of(Suivi suivi, boolean tous) {
        var talons = new ArrayList<Talon>();
        for (var enfant : suivi.enfants()) {
            if (enfant.responsables().isEmpty()) {
                talons.add(new Talon(null, enfant.nom(), ""));
            }
            enfant.responsables().stream()
                    .filter(r -> suivi.demande().asks() ? suivi.awaits(enfant, r) : r.etat() != Etat.LU)
                    .filter(r -> tous || r.etat() == Etat.INJOIGNABLE)
                    .forEach(r -> talons.add(new Talon(new Paire(enfant.id(), r.personne()), enfant.nom(), r.nom())));
        }
        return talons;
    }

    List<Feuillet> feuillets(Mot mot, List<Talon> talons) {
        var lieu = String.join(
                " · ",
                appellations.ecoles(List.of(mot.ecoleId())).getOrDefault(mot.ecoleId(), ""),
                lectures.read(publics.lectureWords(mot.familles())));
        var lignes = genres.of(mot.genre()).slipLines();
        var faits = lectures.read(genres.of(mot.genre()).facts(mot));
        var parts = new ArrayList<Feuillet>();
        for (int from = 0; from < talons.size(); from += AT_ONCE) {
            var some = talons.subList(from, Math.min(from + AT_ONCE, talons.size()));
            parts.add(new Feuillet(
                    "liaison/suivi/talons",
                    Map.of("mot", mot, "lieu", lieu, "faits", faits, "lignes", lignes, "talons", some),
                    STYLE));
        }
        return parts;
    }

    @Transactional
    public void printed(Mot mot, Utilisateur auteur, List<Talon> talons, Instant now) {
        var paires =
                talons.stream().flatMap(talon -> Stream.ofNullable(talon.paire)).toList();
        jdbc.sql("""
                        insert into liaison.talon (ecole_id, mot_id, eleve_id, personne_id, imprime_le)
                        select :ecole, :mot, p.eleve, p.personne, :now
                          from unnest(:eleves::uuid[], :personnes::uuid[]) p (eleve, personne)
                        on conflict (mot_id, eleve_id, personne_id) do update set imprime_le = excluded.imprime_le
                        """)
                .param("ecole", mot.ecoleId())
                .param("mot", mot.id())
                .param("now", CahierDeLiaison.utc(now))
                .param("eleves", paires.stream().map(Paire::eleve).toArray(UUID[]::new))
                .param("personnes", paires.stream().map(Paire::personne).toArray(UUID[]::new))
                .update();
        journal.record(Fait.of(ActeLiaison.TALONS_IMPRIMES, mot.id())
                .by(auteur.compteId())
                .inEcole(mot.ecoleId()));
    }

    private static String style() {
        try (var in =
                Objects.requireNonNull(Talons.class.getResourceAsStream("/fr/entecole/liaison/suivi/talons.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param paire null where nobody is known for the child
    record Talon(@Nullable Paire paire, String enfant, String responsable) {}
}
