package fr.entecole.annuaire.classes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.classes.Effectifs.Effectif;
import fr.entecole.annuaire.classes.Effectifs.Niveaux;
import fr.entecole.annuaire.noms.Enseignant;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Registre;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Schools as those who direct them see them: each class with its levels, pupils, teachers and who says it is theirs,
/// what the feed has to say, and the night it was last read. One statement, whatever the number of schools; how many
/// pupils the classes have is known already, as long as none moves ([Effectifs]).
@Component
class LectureDeLaDirection {

    private static final String ECOLES = """
            with l_ecole as materialized (
                select s.id as ecole_id, coalesce(s.nom_usage, s.nom_courant) as nom_courant, co.nom as commune, s.uai,
                       (select count(*) from annuaire.signalement g where g.structure_id = s.id) as signalements,
                       coalesce((select r.numero from annuaire.remaniement r where r.ecole_id = s.id), 0) as etat,
                       (select l.date_lot from annuaire.lot l
                         where l.academie = s.academie and l.etat in ('applied', 'unchanged')
                         order by l.id desc limit 1) as lot,
                       exists (select 1 from annuaire.eleve f
                                where f.structure_id = s.id and f.aaf_id is not null and f.suspendu_le is null)
                           as academie
                  from annuaire.structure s
                  left join annuaire.commune co on co.insee = s.commune_insee
                 where s.genre = 'ECOLE' and s.id = any(array(
                       select d.ecole_id from annuaire.dirige d
                        where d.personnel_id = :qui and (cardinality(:ecoles::uuid[]) = 0 or d.ecole_id = any(:ecoles))
                       union all
                       select unnest(:ecoles::uuid[]) where :partout)))
            select k.*, c.id as classe_id, c.libelle,
                   exists (select 1 from annuaire.enseigne m
                            where m.personnel_id = :qui and m.ecole_id not in (select ecole_id from l_ecole)) as ailleurs,
                   (select jsonb_agg(jsonb_build_object('id', p.id, 'civilite', p.civilite, 'prenom', p.prenom,
                                                        'nom', p.nom) order by en.depuis, p.nom)
                      from annuaire.enseignement en
                      join annuaire.personnel p on p.id = en.personnel_id
                     where en.classe_id = c.id and en.fini_le is null
                       and exists (select 1 from annuaire.exerce x
                                    where x.personnel_id = p.id and x.structure_id = c.structure_id)) as enseignants,
                   (select jsonb_agg(jsonb_build_object('id', d.id, 'civilite', p.civilite, 'prenom', p.prenom,
                                                        'nom', p.nom,
                                                        'depuis', (d.demandee_le at time zone 'Europe/Paris')::date)
                                     order by d.demandee_le)
                      from annuaire.demande_classe d
                      join annuaire.personnel p on p.id = d.personnel_id
                     where d.classe_id = c.id and d.decidee_le is null
                       and exists (select 1 from annuaire.exerce x
                                    where x.personnel_id = p.id and x.structure_id = c.structure_id)) as demandes
              from l_ecole k
              left join annuaire.classe c on c.structure_id = k.ecole_id and c.archivee_le is null
             order by k.nom_courant, k.ecole_id, c.libelle, c.id
            """;

    private final Lectures lectures;
    private final Effectifs effectifs;

    LectureDeLaDirection(Lectures lectures, Effectifs effectifs) {
        this.lectures = lectures;
        this.effectifs = effectifs;
    }

    /// The schools that a head directs.
    List<EcoleDirigee> directedBy(Utilisateur head) {
        return lectures.read(lectureOfDirected(head));
    }

    Lecture<List<EcoleDirigee>> lectureOfDirected(Utilisateur head) {
        return ecoles(head.personneId(), List.of(), false);
    }

    /// One school, if it is theirs.
    Optional<EcoleDirigee> ecole(Utilisateur utilisateur, UUID ecole) {
        return lectures
                .read(ecoles(utilisateur.personneId(), List.of(ecole), DirectionAccess.everywhere(utilisateur)))
                .stream()
                .findFirst();
    }

    /// @param choisies none: all that they direct
    private Lecture<List<EcoleDirigee>> ecoles(UUID qui, List<UUID> choisies, boolean partout) {
        return Lecture.of(
                        ECOLES,
                        Map.of("qui", qui, "ecoles", choisies.toArray(UUID[]::new), "partout", partout),
                        LectureDeLaDirection::ligne)
                .then(lignes -> effectifs.in(etats(lignes)).map(counted -> ecoles(lignes, counted)));
    }

    private static Map<UUID, String> etats(List<Ligne> lignes) {
        return lignes.stream()
                .collect(Collectors.toMap(l -> l.ecole.id(), Ligne::etat, (first, _) -> first, LinkedHashMap::new));
    }

    private static List<EcoleDirigee> ecoles(List<Ligne> lignes, Map<UUID, Effectif> counted) {
        Map<UUID, EcoleDirigee> ecoles = new LinkedHashMap<>();
        for (var ligne : lignes) {
            var effectif = Objects.requireNonNull(counted.get(ligne.ecole.id()));
            var ecole = ecoles.computeIfAbsent(ligne.ecole.id(), _ -> ligne.ecole.with(effectif));
            if (ligne.classe != null) {
                ecole.classes().add(ligne.classe.with(effectif.of(ligne.classe.id())));
            }
        }
        ecoles.values()
                .forEach(e ->
                        e.classes().sort(Comparator.comparing(c -> c.effectif().rang())));
        return List.copyOf(ecoles.values());
    }

    private static Ligne ligne(ResultSet rs, int row) throws SQLException {
        var ecole = new EcoleDirigee(
                Colonnes.uuid(rs, "ecole_id"),
                Noms.ecole(rs.getString("nom_courant"), rs.getString("commune")),
                rs.getString("uai"),
                0,
                0,
                rs.getInt("signalements"),
                rs.getObject("lot", LocalDate.class),
                rs.getBoolean("academie"),
                rs.getBoolean("ailleurs"),
                new ArrayList<>());
        return new Ligne(ecole, rs.getString("etat"), rs.getObject("classe_id") == null ? null : classe(rs));
    }

    private static ClasseDirigee classe(ResultSet rs) throws SQLException {
        var rattaches = Colonnes.list(rs, "enseignants", Nomme[].class).stream()
                .map(n -> new Rattache(n.id, n.enseignant()))
                .toList();
        var demandes = Colonnes.list(rs, "demandes", Nomme[].class).stream()
                .map(n -> new Attente(n.id, n.enseignant(), Objects.requireNonNull(n.depuis)))
                .toList();
        return new ClasseDirigee(
                Colonnes.uuid(rs, "classe_id"),
                Noms.classe(
                        rs.getString("libelle"),
                        Stream.concat(
                                        rattaches.stream().map(Rattache::enseignant),
                                        demandes.stream().map(Attente::enseignant))
                                .toList()),
                Niveaux.AUCUN,
                rattaches,
                demandes);
    }

    /// "CM1, CM2"; empty for a class without pupils.
    static String niveaux(ResultSet rs) throws SQLException {
        return String.join(", ", Colonnes.strings(rs, "niveaux"));
    }

    /// @param id of the person, or of what they asked, which has a day
    private record Nomme(
            UUID id,
            @Nullable String civilite,
            String prenom,
            String nom,
            @Nullable LocalDate depuis) {

        Enseignant enseignant() {
            return new Enseignant(Noms.civil(civilite, prenom, nom), Noms.personne(nom));
        }
    }

    /// A class and its school, or a school without class.
    private record Ligne(
            EcoleDirigee ecole, String etat, @Nullable ClasseDirigee classe) {}

    /// @param eleves who are here, each once: a child may be in two classes, or in none
    /// @param sansClasse those who are in none
    /// @param signalements how many records the feed says to mend, and guardians it seems to know twice
    /// @param lot day of the last batch read for its académie
    /// @param academie a feed gives its pupils
    /// @param ailleurs who reads this has classes in other schools than these
    record EcoleDirigee(
            UUID id,
            String nom,
            @Nullable String uai,
            int eleves,
            int sansClasse,
            int signalements,
            @Nullable LocalDate lot,
            boolean academie,
            boolean ailleurs,
            List<ClasseDirigee> classes) {

        EcoleDirigee with(Effectif counted) {
            return new EcoleDirigee(
                    id,
                    nom,
                    uai,
                    counted.presents(),
                    counted.sansClasse(),
                    signalements + counted.doublons(),
                    lot,
                    academie,
                    ailleurs,
                    classes);
        }

        /// Share of the fullest class, 0 to 100.
        int part(ClasseDirigee classe) {
            int fullest = classes.stream().mapToInt(ClasseDirigee::eleves).max().orElse(0);
            return fullest == 0 ? 0 : 100 * classe.eleves() / fullest;
        }

        /// Its directory was last read before this day.
        boolean staleSince(LocalDate fresh) {
            return lot != null && lot.isBefore(fresh);
        }

        Optional<ClasseDirigee> classe(UUID classe) {
            return classes.stream().filter(c -> c.id().equals(classe)).findFirst();
        }
    }

    /// @param demandes who says that it is theirs, first asked first
    record ClasseDirigee(
            UUID id, String libelle, Niveaux effectif, List<Rattache> enseignants, List<Attente> demandes) {

        ClasseDirigee with(Niveaux counted) {
            return new ClasseDirigee(id, libelle, counted, enseignants, demandes);
        }

        int eleves() {
            return effectif.eleves();
        }

        /// "CM1, CM2"; empty for a class without pupils.
        String niveaux() {
            return String.join(", ", effectif.niveaux());
        }

        String avec() {
            return enseignants.stream().map(Rattache::civil).collect(Collectors.joining(t(" et ")));
        }

        /// It has children who do not read.
        boolean petits() {
            return effectif.niveaux().stream()
                    .anyMatch(n -> Registre.ofNiveau(n).petits());
        }

        boolean taughtBy(UUID personne) {
            return enseignants.stream().anyMatch(e -> e.id().equals(personne));
        }

        /// Nobody teaches it, and nobody says so either.
        boolean attendQuelquun() {
            return enseignants.isEmpty() && demandes.isEmpty();
        }
    }

    record Rattache(UUID id, Enseignant enseignant) {

        String civil() {
            return enseignant.civil();
        }
    }

    record Attente(UUID id, Enseignant enseignant, LocalDate depuis) {

        String civil() {
            return enseignant.civil();
        }
    }
}
