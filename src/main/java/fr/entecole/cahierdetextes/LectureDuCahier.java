package fr.entecole.cahierdetextes;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Classes;
import fr.entecole.annuaire.Classes.Classe;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Scolarite;
import fr.entecole.cahierdetextes.Mien.Ligne;
import fr.entecole.cahierdetextes.Travail.Nature;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The one place that reads notebooks for a person: a pupil or a guardian finds what is for them by the keys that they
/// hold, narrowed by level; someone of the school the notebooks that [TravailAccess] lets them read.
@Component
class LectureDuCahier {

    // What was handed back and is hidden counts for its pupil alone: nobody else learns that it is there.
    private static final String CHAMPS = """
            select t.id, t.ecole_id, t.classe_id, t.nature, t.jour, t.matiere, t.niveau, t.texte, t.lien, t.minutes,
                   t.numero, t.serie_id, a.prenom, a.nom,
                   array(select d.cle from cahierdetextes.destination d where d.travail_id = t.id order by d.cle) as cles,
                   array(select c.eleve_id from cahierdetextes.coche c
                          where c.travail_id = t.id and c.defaite_le is null
                            and (:tous or c.eleve_id = any(:eleves))) as faits,
                   array(select r.eleve_id || ' ' || coalesce(x.tampon, '')
                           from cahierdetextes.remise r
                           left join cahierdetextes.retour x on x.remise_id = r.id and x.remplace_le is null
                          where r.travail_id = t.id and r.remplacee_le is null
                            and (:tous or r.eleve_id = any(:eleves))
                            and (r.masquee_le is null or r.eleve_id = any(:moi))) as rendus
              from cahierdetextes.travail t
            """;

    static final String TRAVAIL = CHAMPS + """
              left join lateral (select x.prenom, x.nom from comptes.nomme x where x.id = t.auteur_id limit 1) a
                on true
            """;

    /// What is for these keys on these days, but for what was reported and is hidden: the school alone still has it.
    static final String POUR_MOI = """
             where t.retire_le is null and t.masque_le is null
               and t.id in (select d.travail_id from cahierdetextes.destination d
                              join unnest(:ecoles::uuid[], :cles::text[]) k (ecole_id, cle)
                                on (d.ecole_id, d.cle) = (k.ecole_id, k.cle)
                             where d.jour between :de and :a)
            """;

    private static final String ORDRE = " order by t.jour, t.publie_le, t.id";

    /// For a home, which names no author and asks nothing of the directory ([Mien#forHome]).
    static final String A_L_ACCUEIL = CHAMPS + """
              cross join (select null::text as prenom, null::text as nom) a
            """ + POUR_MOI + ORDRE;

    private static final String CAHIER = """
            select c.ecole_id, c.annee, c.libelle, c.niveaux,
                   coalesce((select max(t.publie_le) from cahierdetextes.travail t where t.classe_id = c.classe_id),
                            c.ouvert_le) as dernier,
                   exists (select 1 from cahierdetextes.travail t
                            where t.classe_id = c.classe_id and t.auteur_id = any(:personnes)) as auteur
              from cahierdetextes.cahier c where c.classe_id = :classe
            """;

    private final Lectures lectures;
    private final Classes classes;
    private final Scolarite scolarite;

    LectureDuCahier(Lectures lectures, Classes classes, Scolarite scolarite) {
        this.lectures = lectures;
        this.classes = classes;
        this.scolarite = scolarite;
    }

    /// What is for a pupil, or for each child of a guardian, from one day to another. One round trip.
    Mien mine(Utilisateur utilisateur, LocalDate de, LocalDate a) {
        return lectures.read(Eleve.of(utilisateur)
                .with(
                        Lecture.of(TRAVAIL + POUR_MOI + ORDRE, between(utilisateur, de, a), LectureDuCahier::ligne),
                        Mien::of));
    }

    static Map<String, Object> between(Utilisateur utilisateur, LocalDate de, LocalDate a) {
        Map<String, Object> of = new HashMap<>(mineOf(utilisateur));
        of.put("de", de);
        of.put("a", a);
        return of;
    }

    private static Map<String, Object> mineOf(Utilisateur utilisateur) {
        return Map.of(
                "tous", false,
                "eleves", mine(utilisateur),
                "moi", utilisateur.personnes().toArray(UUID[]::new),
                "ecoles", utilisateur.cles().ecoles(),
                "cles", utilisateur.cles().valeurs());
    }

    /// Of these, what is for this pupil or guardian. One round trip.
    Mien mine(Utilisateur utilisateur, Collection<UUID> travaux) {
        Map<String, Object> of = new HashMap<>(mineOf(utilisateur));
        of.put("ids", travaux.toArray(UUID[]::new));
        return lectures.read(
                Eleve.of(utilisateur).with(Lecture.of(TRAVAIL + """
                         where t.retire_le is null and t.masque_le is null and t.id = any(:ids)
                           and exists (select 1 from cahierdetextes.destination d
                                         join unnest(:ecoles::uuid[], :cles::text[]) k (ecole_id, cle)
                                           on (d.ecole_id, d.cle) = (k.ecole_id, k.cle)
                                        where d.travail_id = t.id)
                        """ + ORDRE, of, LectureDuCahier::ligne), Mien::of));
    }

    static UUID[] mine(Utilisateur utilisateur) {
        var enfants = new HashSet<>(utilisateur.personnes());
        enfants.addAll(Perimetre.of(utilisateur).enfants());
        return enfants.toArray(UUID[]::new);
    }

    /// A notebook that this member of staff may read, with its pupils and what stands in it on these days. One round
    /// trip, two for a notebook that is over.
    Optional<Ouvert> open(Utilisateur utilisateur, UUID classe, LocalDate de, LocalDate a) {
        var read = lectures.read(cahier(utilisateur, classe)
                .with(Eleve.ofClasse(classe), (cahier, eleves) -> Map.entry(cahier, eleves))
                .with(of(classe, de, a), (both, lignes) -> new Lu(both.getKey(), both.getValue(), lignes)));
        return read.trouve.cahier(utilisateur, classe, scolarite).map(c -> new Ouvert(c, read.eleves, read.lignes));
    }

    /// The notebook alone.
    Optional<Cahier> cahierOf(Utilisateur utilisateur, UUID classe) {
        return lectures.read(cahier(utilisateur, classe)).cahier(utilisateur, classe, scolarite);
    }

    private Lecture<Trouve> cahier(Utilisateur utilisateur, UUID classe) {
        return classes.lectureNamed(List.of(classe))
                .with(
                        Lecture.of(
                                CAHIER,
                                Map.of(
                                        "classe",
                                        classe,
                                        "personnes",
                                        utilisateur.personnes().toArray(UUID[]::new)),
                                LectureDuCahier::garde),
                        (named, kept) -> new Trouve(
                                named.stream().findFirst().orElse(null),
                                kept.stream().findFirst().orElse(null)));
    }

    /// All that stands in a notebook on these days.
    List<Ligne> read(UUID classe, LocalDate de, LocalDate a) {
        return lectures.read(of(classe, de, a));
    }

    static Lecture<List<Ligne>> of(UUID classe, LocalDate de, LocalDate a) {
        return Lecture.of(
                TRAVAIL + """
                         where t.retire_le is null and t.classe_id = :classe and t.jour between :de and :a
                        """ + ORDRE,
                Map.of("tous", true, "eleves", new UUID[0], "moi", new UUID[0], "classe", classe, "de", de, "a", a),
                LectureDuCahier::ligne);
    }

    /// One that stands, whoever asks: its reader is judged by the notebook.
    Optional<Ligne> one(UUID travail) {
        return lectures
                .read(Lecture.of(
                        TRAVAIL + " where t.retire_le is null and t.id = :id",
                        Map.of("tous", true, "eleves", new UUID[0], "moi", new UUID[0], "id", travail),
                        LectureDuCahier::ligne))
                .stream()
                .findFirst();
    }

    /// The class of one that may have been taken away.
    Optional<UUID> classeOf(UUID travail) {
        return lectures
                .read(Lecture.of(
                        "select classe_id from cahierdetextes.travail where id = :id",
                        Map.of("id", travail),
                        (rs, _) -> Colonnes.uuid(rs, "classe_id")))
                .stream()
                .findFirst();
    }

    /// Notebooks of schools of theirs, the latest year first: those of today with those that are over.
    List<Cahier> all(Utilisateur utilisateur) {
        var perimetre = Perimetre.of(utilisateur);
        var access = TravailAccess.of(utilisateur);
        return lectures
                .read(Lecture.of(
                        """
                        select c.classe_id, c.ecole_id, c.annee, c.libelle, c.niveaux, c.ouvert_le as dernier,
                               exists (select 1 from cahierdetextes.travail t
                                        where t.classe_id = c.classe_id and t.auteur_id = any(:personnes)) as auteur
                          from cahierdetextes.cahier c
                         where c.ecole_id = any(:ecoles) order by c.annee desc, c.libelle, c.classe_id
                        """,
                        Map.of(
                                "personnes",
                                utilisateur.personnes().toArray(UUID[]::new),
                                "ecoles",
                                utilisateur.ecoles().stream()
                                        .filter(perimetre::worksIn)
                                        .toArray(UUID[]::new)),
                        (rs, row) -> Map.entry(Colonnes.uuid(rs, "classe_id"), garde(rs, row))))
                .stream()
                .filter(e -> access.reads(e.getValue().ecole, e.getKey())
                        || access.readsPast(e.getValue().ecole, e.getValue().auteur))
                .map(e -> e.getValue().cahier(e.getKey()))
                .toList();
    }

    static Ligne ligne(ResultSet rs, int row) throws SQLException {
        var ecole = Colonnes.uuid(rs, "ecole_id");
        Map<UUID, String> rendus = new HashMap<>();
        for (var words : Colonnes.strings(rs, "rendus")) {
            var parts = words.split(" ", 2);
            rendus.put(UUID.fromString(parts[0]), parts[1]);
        }
        var nom = rs.getString("nom");
        return new Ligne(
                new Travail(
                        Colonnes.uuid(rs, "id"),
                        ecole,
                        Colonnes.uuid(rs, "classe_id"),
                        Nature.valueOf(rs.getString("nature")),
                        rs.getObject("jour", LocalDate.class),
                        rs.getString("matiere"),
                        rs.getString("niveau"),
                        rs.getString("texte"),
                        rs.getString("lien"),
                        rs.getInt("minutes"),
                        rs.getInt("numero"),
                        Public.ofCles(Colonnes.strings(rs, "cles").stream()
                                .map(valeur -> new Cle(ecole, valeur))
                                .toList()),
                        nom == null
                                ? ""
                                : Appellations.personne(Objects.requireNonNullElse(rs.getString("prenom"), ""), nom),
                        rs.getObject("serie_id", UUID.class)),
                Colonnes.uuids(rs, "faits"),
                Map.copyOf(rendus));
    }

    private static Garde garde(ResultSet rs, int row) throws SQLException {
        return new Garde(
                Colonnes.uuid(rs, "ecole_id"),
                rs.getInt("annee"),
                rs.getString("libelle"),
                Colonnes.strings(rs, "niveaux"),
                rs.getObject("dernier", OffsetDateTime.class).toInstant(),
                rs.getBoolean("auteur"));
    }

    /// @param classe null once the class is over
    record Cahier(
            UUID id,
            UUID ecole,
            String libelle,
            AnneeScolaire annee,
            List<String> niveaux,
            @Nullable Classe classe) {}

    /// @param eleves pupils of the class today
    record Ouvert(Cahier cahier, List<Eleve> eleves, List<Ligne> lignes) {}

    private record Lu(Trouve trouve, List<Eleve> eleves, List<Ligne> lignes) {}

    /// As it is kept here.
    private record Garde(UUID ecole, int annee, String libelle, List<String> niveaux, Instant dernier, boolean auteur) {

        private Cahier cahier(UUID classe) {
            return new Cahier(classe, ecole, libelle, new AnneeScolaire(annee), niveaux, null);
        }
    }

    private record Trouve(@Nullable Classe classe, @Nullable Garde garde) {

        /// Who taught a class that is over is asked of the day on which something was last written in its notebook.
        private Optional<Cahier> cahier(Utilisateur utilisateur, UUID id, Scolarite scolarite) {
            var access = TravailAccess.of(utilisateur);
            if (classe != null) {
                return access.reads(classe.ecoleId(), id)
                        ? Optional.of(new Cahier(
                                id, classe.ecoleId(), classe.libelle(), classe.annee(), classe.niveaux(), classe))
                        : Optional.empty();
            }
            if (garde == null || !access.readsPast(garde.ecole, true)) {
                return Optional.empty();
            }
            boolean taught = garde.auteur
                    || access.readsPast(garde.ecole, false)
                    || scolarite
                            .enseignants(
                                    id, garde.dernier.atZone(Calendrier.PARIS).toLocalDate())
                            .stream()
                            .anyMatch(utilisateur.personnes()::contains);
            return taught ? Optional.of(garde.cahier(id)) : Optional.empty();
        }
    }
}
