package fr.entecole.liaison.formulaires;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Publics;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.formulaires.Formulaire.Part;
import fr.entecole.liaison.formulaires.Formulaire.Reponses;
import fr.entecole.liaison.formulaires.Question.Nature;
import fr.entecole.liaison.formulaires.Question.Valeur;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Collator;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A form, what was answered, and by whom it was not.
@Component
class LectureDesFormulaires {

    private static final String FORMULAIRE = """
            select f.mot_id, f.ecole_id, f.reponses, f.pour, f.jusqu_au, f.ferme_le, q.id, q.rang, q.nature, q.libelle,
                   q.options, q.minimum, q.maximum
              from liaison.formulaire f left join liaison.question q on q.mot_id = f.mot_id
             where f.mot_id = :mot order by q.rang
            """;

    private final JdbcClient jdbc;
    private final Lectures lectures;
    private final Publics publics;
    private final Appellations appellations;

    LectureDesFormulaires(JdbcClient jdbc, Lectures lectures, Publics publics, Appellations appellations) {
        this.jdbc = jdbc;
        this.lectures = lectures;
        this.publics = publics;
        this.appellations = appellations;
    }

    Optional<Formulaire> of(UUID mot) {
        return lectures.read(lecture(mot));
    }

    static Lecture<Optional<Formulaire>> lecture(UUID mot) {
        return Lecture.whole(FORMULAIRE, Map.of("mot", mot), LectureDesFormulaires::formulaire);
    }

    private static Optional<Formulaire> formulaire(ResultSet rs) throws SQLException {
        List<Question> questions = new ArrayList<>();
        Formulaire found = null;
        while (rs.next()) {
            if (rs.getObject("id") != null) {
                questions.add(new Question(
                        Colonnes.uuid(rs, "id"),
                        rs.getInt("rang"),
                        Nature.valueOf(rs.getString("nature")),
                        rs.getString("libelle"),
                        List.copyOf(Colonnes.strings(rs, "options")),
                        rs.getObject("minimum", Integer.class),
                        rs.getObject("maximum", Integer.class)));
            }
            var closed = rs.getObject("ferme_le", OffsetDateTime.class);
            found = new Formulaire(
                    Colonnes.uuid(rs, "mot_id"),
                    Colonnes.uuid(rs, "ecole_id"),
                    Reponses.valueOf(rs.getString("reponses")),
                    Part.valueOf(rs.getString("pour")),
                    rs.getObject("jusqu_au", OffsetDateTime.class).toInstant(),
                    closed == null ? null : closed.toInstant(),
                    questions);
        }
        return Optional.ofNullable(found);
    }

    /// Who has answered, of those who are this guardian or these children.
    static Lecture<Map<UUID, UUID>> participations(UUID mot, Set<UUID> pour) {
        return Lecture.of(
                        """
                        select pour_id, responsable_id from liaison.participation
                         where mot_id = :mot and pour_id = any(:pour)
                        """,
                        Map.of("mot", mot, "pour", pour.toArray(UUID[]::new)),
                        (rs, _) -> Map.entry(Colonnes.uuid(rs, "pour_id"), Colonnes.uuid(rs, "responsable_id")))
                .map(rows -> {
                    Map<UUID, UUID> byWhom = new HashMap<>();
                    rows.forEach(row -> byWhom.put(row.getKey(), row.getValue()));
                    return byWhom;
                });
    }

    Map<UUID, UUID> participated(UUID mot, Set<UUID> pour) {
        return lectures.read(participations(mot, pour));
    }

    /// What one has answered, to change it; nothing of an anonymous form.
    Map<UUID, Valeur> answers(UUID mot, UUID pour) {
        Map<UUID, Valeur> answers = new HashMap<>();
        jdbc.sql("""
                        select question_id, choix, texte, nombre from liaison.bulletin
                         where mot_id = :mot and pour_id = :pour
                        """).param("mot", mot).param("pour", pour).query(rs -> {
            answers.put(Colonnes.uuid(rs, "question_id"), valeur(rs));
        });
        return answers;
    }

    /// All that was answered, by question; of an anonymous form in no order and of nobody.
    List<Recu> received(UUID mot) {
        return jdbc.sql("""
                        select r.question_id, r.pour_id, r.choix, r.texte, r.nombre
                          from liaison.bulletin r left join liaison.participation p
                            on p.mot_id = r.mot_id and p.pour_id = r.pour_id
                         where r.mot_id = :mot order by p.repondu_le, r.id
                        """)
                .param("mot", mot)
                .query((rs, _) ->
                        new Recu(Colonnes.uuid(rs, "question_id"), rs.getObject("pour_id", UUID.class), valeur(rs)))
                .list();
    }

    private static Valeur valeur(ResultSet rs) throws SQLException {
        return new Valeur(
                Stream.of((Integer[]) rs.getArray("choix").getArray()).toList(),
                rs.getString("texte"),
                rs.getObject("nombre", Integer.class));
    }

    /// Who has answered, with their names.
    List<Repondant> participants(UUID mot) {
        return jdbc.sql("""
                        select p.pour_id, e.prenom as eleve_prenom, e.nom as eleve_nom, g.prenom, g.nom
                          from liaison.participation p
                          left join lateral (select n.prenom, n.nom from annuaire.titulaire n
                                              where n.id = p.eleve_id limit 1) e on true
                          left join lateral (select n.prenom, n.nom from annuaire.titulaire n
                                              where n.id = p.responsable_id limit 1) g on true
                         where p.mot_id = :mot order by p.repondu_le, p.pour_id
                        """)
                .param("mot", mot)
                .query((rs, _) -> new Repondant(
                        Colonnes.uuid(rs, "pour_id"),
                        nom(rs.getString("eleve_prenom"), rs.getString("eleve_nom")),
                        nom(rs.getString("prenom"), rs.getString("nom"))))
                .list();
    }

    private static String nom(@Nullable String prenom, @Nullable String nom) {
        return nom == null ? "" : Appellations.personne(Objects.requireNonNullElse(prenom, ""), nom);
    }

    /// Those for whom the mot is today, who have not: children, or guardians and for whom they are asked. Who is kept
    /// out is not there.
    Attendus attendus(Mot mot, Formulaire formulaire, Set<UUID> done) {
        var meant = meant(mot, formulaire.part() == Part.ENFANT ? Qui.ELEVES : Qui.RESPONSABLES);
        var noms = names(meant);
        return new Attendus(missing(formulaire, meant, noms, done), enfants(meant, noms));
    }

    private static List<Manquant> missing(
            Formulaire formulaire, Map<UUID, Set<UUID>> meant, Map<UUID, String> noms, Set<UUID> done) {
        var order = Collator.getInstance(Locale.FRENCH);
        return meant.entrySet().stream()
                .filter(e -> !done.contains(e.getKey()))
                .filter(e -> noms.containsKey(e.getKey()))
                .map(e -> new Manquant(
                        e.getKey(),
                        formulaire.part() == Part.ENFANT
                                ? noms.getOrDefault(e.getKey(), "")
                                : t("{0}, pour {1}", noms.getOrDefault(e.getKey(), ""), joined(e.getValue(), noms))))
                .sorted(Comparator.comparing(Manquant::nom, order))
                .toList();
    }

    /// For whom a paper that came back may answer: this guardian and the children by whom they are meant, or this child
    /// and who answers for them; by name.
    Optional<Papier> paper(Mot mot, Formulaire formulaire, UUID pour) {
        var meant = meant(mot, Qui.RESPONSABLES);
        if (formulaire.part() == Part.RESPONSABLE) {
            var eleves = meant.getOrDefault(pour, Set.of());
            var noms = appellations.personnes(Set.of(pour));
            return eleves.isEmpty() || !noms.containsKey(pour)
                    ? Optional.empty()
                    : Optional.of(new Papier(pour, noms.getOrDefault(pour, ""), List.copyOf(eleves), noms));
        }
        Set<UUID> responsables = new LinkedHashSet<>();
        meant.forEach((personne, eleves) -> {
            if (eleves.contains(pour)) {
                responsables.add(personne);
            }
        });
        Set<UUID> all = new LinkedHashSet<>(responsables);
        all.add(pour);
        var noms = new LinkedHashMap<>(appellations.personnes(all));
        var nom = noms.remove(pour);
        return nom == null || noms.isEmpty()
                ? Optional.empty()
                : Optional.of(new Papier(pour, nom, List.of(pour), noms));
    }

    /// Of each guardian for whom the mot is today, the children by whom they are meant, by name.
    Map<UUID, String> enfants(Mot mot) {
        var meant = meant(mot, Qui.RESPONSABLES);
        return enfants(meant, names(meant));
    }

    private static Map<UUID, String> enfants(Map<UUID, Set<UUID>> meant, Map<UUID, String> noms) {
        Map<UUID, String> enfants = new HashMap<>();
        meant.forEach((personne, eleves) -> enfants.put(personne, joined(eleves, noms)));
        return enfants;
    }

    private Map<UUID, Set<UUID>> meant(Mot mot, Qui qui) {
        Map<UUID, Set<UUID>> meant = new LinkedHashMap<>();
        for (var pour : mot.familles()) {
            publics.each(new Public(pour.etendue(), qui, pour.ecoleId(), pour.cibles()), m -> {
                if (!m.ecarte() && !m.organisme() && m.eleveId() != null) {
                    meant.computeIfAbsent(m.personneId(), _ -> new LinkedHashSet<>())
                            .add(m.eleveId());
                }
            });
        }
        return meant;
    }

    private Map<UUID, String> names(Map<UUID, Set<UUID>> meant) {
        Set<UUID> all = new LinkedHashSet<>(meant.keySet());
        meant.values().forEach(all::addAll);
        return appellations.personnes(all);
    }

    private static String joined(Set<UUID> eleves, Map<UUID, String> noms) {
        return eleves.stream().map(e -> noms.getOrDefault(e, "")).sorted().collect(Collectors.joining(", "));
    }

    /// @param enfants as [#enfants], of all for whom the mot is
    record Attendus(List<Manquant> manquent, Map<UUID, String> enfants) {}

    record Manquant(UUID pour, String nom) {}

    /// @param nom of the guardian, or of the child for whom it is one answer
    /// @param responsables who may have filled it in, by name
    record Papier(UUID pour, String nom, List<UUID> eleves, Map<UUID, String> responsables) {}

    /// @param pour null: anonymous
    record Recu(UUID question, @Nullable UUID pour, Valeur valeur) {}

    /// @param eleve empty where each guardian answers
    record Repondant(UUID pour, String eleve, String responsable) {

        String nom() {
            return eleve.isEmpty() ? responsable : eleve;
        }
    }
}
