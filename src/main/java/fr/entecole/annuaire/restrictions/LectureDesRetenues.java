package fr.entecole.annuaire.restrictions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.noms.Adresses;
import fr.entecole.annuaire.noms.Lien;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.annuaire.noms.Telephone;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Guardians held out who wait for the decision of a head, found through who directs the child's school: for the home,
/// and one by one, beside the one who is kept out.
@Component
class LectureDesRetenues {

    private static final String SHEET = """
            jsonb_build_object('id', %1$s.id, 'civilite', %1$s.civilite, 'prenom', %1$s.prenom, 'nom', %1$s.nom,
                'naissance', %1$s.nom_naissance, 'autres', %1$s.autres_prenoms, 'nele', %1$s.date_naissance,
                'adresse', %1$s.adresse, 'cp', %1$s.code_postal, 'ville', %1$s.ville,
                'telephones', array_remove(array[%1$s.telephone_mobile, %1$s.telephone_domicile,
                                                 %1$s.telephone_travail], null),
                'courriel', %1$s.courriel,
                'code', (select l.code from annuaire.lien l
                          where l.responsable_id = %1$s.id and l.eleve_id = %2$s.eleve_id
                          order by l.retire_le desc nulls first limit 1))
            """;

    private static final String RETENUE = """
            select h.id, h.eleve_id, e.structure_id, e.prenom, e.nom, (h.posee_le at time zone 'Europe/Paris')::date as retenue_le,
                   o.depuis, o.jusque, o.preuve, annuaire.signes(n, k) as signes,
                   jsonb_build_array(%s)
                       || case when k.id is null then '[]' else jsonb_build_array(%s) end as fiches
              from annuaire.retenue(:jour) t
              join annuaire.restriction h on h.id = t.restriction_id
              join annuaire.eleve e on e.id = h.eleve_id
              join annuaire.present p on p.eleve_id = h.eleve_id
              join annuaire.responsable n on n.id = h.responsable_id
              left join annuaire.restriction o on o.id = h.retenue_de
              left join annuaire.responsable k on k.id = o.responsable_id
             where h.id = :id
               and exists (select 1 from annuaire.dirige d
                            where d.ecole_id = p.ecole_id and d.personnel_id = :personnel)
            """.formatted(SHEET.formatted("n", "h"), SHEET.formatted("k", "o"));

    private static final String WAITING = """
            select t.restriction_id, e.prenom, e.nom
              from annuaire.retenue(:jour) t
              join annuaire.present p on p.eleve_id = t.eleve_id
              join annuaire.dirige d on d.ecole_id = p.ecole_id and d.personnel_id = :personnel
              join annuaire.eleve e on e.id = t.eleve_id
             order by t.restriction_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    LectureDesRetenues(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Those of the schools that a head directs, first held first.
    Lecture<List<Attente>> waitingFor(Utilisateur head) {
        return Lecture.of(
                WAITING,
                Map.of("jour", LocalDate.now(clock), "personnel", head.personneId()),
                LectureDesRetenues::attente);
    }

    /// The same, read now.
    List<Attente> waiting(Utilisateur head) {
        return jdbc.sql(WAITING)
                .param("jour", LocalDate.now(clock))
                .param("personnel", head.personneId())
                .query(LectureDesRetenues::attente)
                .list();
    }

    private static Attente attente(ResultSet rs, int row) throws SQLException {
        return new Attente(
                Colonnes.uuid(rs, "restriction_id"), Noms.complet(rs.getString("prenom"), rs.getString("nom")));
    }

    /// One that still waits, if this person directs the child's school.
    Optional<Retenue> find(UUID id, Utilisateur head) {
        return jdbc.sql(RETENUE)
                .param("jour", LocalDate.now(clock))
                .param("id", id)
                .param("personnel", head.personneId())
                .query(LectureDesRetenues::retenue)
                .optional();
    }

    private static Retenue retenue(ResultSet rs, int row) throws SQLException {
        var fiches = Colonnes.list(rs, "fiches", Lue[].class);
        return new Retenue(
                Colonnes.uuid(rs, "id"),
                Colonnes.uuid(rs, "eleve_id"),
                Colonnes.uuid(rs, "structure_id"),
                Noms.personne(rs.getString("prenom")),
                Noms.complet(rs.getString("prenom"), rs.getString("nom")),
                Objects.requireNonNull(rs.getObject("retenue_le", LocalDate.class)),
                fiches.getFirst().fiche(),
                fiches.size() > 1 ? fiches.get(1).fiche() : null,
                rs.getObject("depuis", LocalDate.class),
                rs.getObject("jusque", LocalDate.class),
                rs.getString("preuve"),
                Colonnes.strings(rs, "signes"));
    }

    /// @param eleve whose guardian they would be
    record Attente(UUID id, String eleve) {}

    /// @param nouvelle who is held
    /// @param ecartee who is kept out; null once the directory has forgotten them
    /// @param depuis,jusque,preuve of the restriction
    /// @param signes in what both are alike
    record Retenue(
            UUID id,
            UUID eleveId,
            UUID ecoleId,
            String prenom,
            String eleve,
            LocalDate retenueLe,
            Fiche nouvelle,
            @Nullable Fiche ecartee,
            @Nullable LocalDate depuis,
            @Nullable LocalDate jusque,
            @Nullable String preuve,
            List<String> signes) {

        /// What both sheets share, in words; empty when it is nothing.
        String communs() {
            return signes.stream().map(Retenue::commun).collect(Collectors.joining(", "));
        }

        boolean has(String signe) {
            return signes.contains(signe);
        }

        private static String commun(String signe) {
            return switch (signe) {
                case "NOMS" -> t("les noms");
                case "NAISSANCE" -> t("le nom de naissance");
                case "ADRESSE" -> t("l’adresse");
                case "TELEPHONE" -> t("un téléphone");
                default -> t("le courriel");
            };
        }
    }

    /// A guardian's sheet, as the head compares it.
    ///
    /// @param telephones as people read them
    record Fiche(
            UUID id,
            String nom,
            String lien,
            String autresPrenoms,
            String nomDeNaissance,
            String nele,
            List<String> adresse,
            List<String> telephones,
            String courriel) {}

    /// As the statement gives it.
    private record Lue(
            UUID id,
            @Nullable String civilite,
            String prenom,
            String nom,
            @Nullable String naissance,
            @Nullable List<String> autres,
            @Nullable LocalDate nele,
            @Nullable List<String> adresse,
            @Nullable String cp,
            @Nullable String ville,
            List<String> telephones,
            @Nullable String courriel,
            @Nullable String code) {

        Fiche fiche() {
            var complet = Noms.complet(prenom, nom);
            return new Fiche(
                    id,
                    civilite == null || civilite.isBlank() ? complet : civilite + "\u00a0" + complet,
                    code == null ? "" : Lien.words(code),
                    Objects.requireNonNullElse(autres, List.<String>of()).stream()
                            .filter(autre -> !Noms.plain(autre).equals(Noms.plain(prenom)))
                            .map(Noms::personne)
                            .collect(Collectors.joining(", ")),
                    naissance == null ? "" : Noms.personne(naissance),
                    nele == null ? "" : Dates.words(nele),
                    Adresses.lignes(Objects.requireNonNullElse(adresse, List.of()), cp, ville, null, null),
                    telephones.stream().map(Telephone::affiche).distinct().toList(),
                    courriel == null ? "" : courriel);
        }
    }
}
