package fr.entecole.annuaire.eleves;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Familles;
import fr.entecole.annuaire.noms.Adresses;
import fr.entecole.annuaire.noms.Enseignant;
import fr.entecole.annuaire.noms.Enseignants;
import fr.entecole.annuaire.noms.Lien;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// One pupil with their guardians, for those who teach them and for the head of their school, in one statement. Only
/// the head is given the addresses, and the guardians who are kept out: nobody else learns that there is one.
@Component
public class LectureDesEleves {

    private static final String FICHE = """
            select e.id as eleve_id, e.aaf_id is null as ajoute, l.source as l_source, l.motif, l.jusque, e.prenom, e.nom, e.niveau, e.date_naissance, e.structure_id, d.dirige,
                   coalesce(s.nom_usage, s.nom_courant) as nom_courant, co.nom as commune,
                   c.id as classe_id, c.libelle, en.enseignants,
                   r.id as responsable_id, r.prenom as r_prenom, r.nom as r_nom, l.code, r.courriel,
                   r.telephone_mobile, r.telephone_domicile, r.telephone_travail,
                   r.adresse, r.code_postal, r.ville, r.pays,
                   exists (select 1 from annuaire.autorite(:jour) a
                            where a.responsable_id = l.responsable_id and a.eleve_id = e.id) as en_vigueur,
                   exists (select 1 from annuaire.a_remettre(:jour) m where m.eleve_id = e.id) as remise,
                   (select t.restriction_id from annuaire.retenue(:jour) t
                     where t.responsable_id = l.responsable_id and t.eleve_id = e.id and d.dirige) as retenue
              from annuaire.eleve e
              join annuaire.structure s on s.id = e.structure_id
              join annuaire.ouverte o on o.ecole_id = s.id
              left join annuaire.commune co on co.insee = s.commune_insee
              left join (annuaire.eleve_classe ec
                         join annuaire.classe c on c.id = ec.classe_id and c.archivee_le is null)
                on ec.eleve_id = e.id and ec.fini_le is null
              left join annuaire.lien l on l.eleve_id = e.id and l.retire_le is null
              left join annuaire.responsable r on r.id = l.responsable_id and r.suspendu_le is null
             cross join lateral (select exists (
                   select 1 from annuaire.dirige q
                    where q.personnel_id = :personnel and q.ecole_id = e.structure_id) as dirige) d
             cross join lateral annuaire.enseignants(c.id) en
             where e.id = :eleve and e.suspendu_le is null
               and (d.dirige or exists (
                   select 1 from annuaire.instruit n
                    where n.personnel_id = :personnel and n.eleve_id = e.id))
             order by l.code, r.id, c.libelle
            """;

    private final Lectures lectures;
    private final Clock clock;

    LectureDesEleves(Lectures lectures, Clock clock) {
        this.lectures = lectures;
        this.clock = clock;
    }

    /// @param personnel who looks: teaches the pupil, or directs their school
    public Optional<Fiche> find(UUID eleve, UUID personnel) {
        return lectures.read(lecture(eleve, personnel));
    }

    /// The same, with what else a page reads.
    Lecture<Optional<Fiche>> lecture(UUID eleve, UUID personnel) {
        return Lecture.of(
                        FICHE,
                        Map.of("jour", LocalDate.now(clock), "eleve", eleve, "personnel", personnel),
                        LectureDesEleves::fiche)
                .map(fiches -> fiches.stream().reduce(Fiche::and));
    }

    /// The school that said the departure of this pupil, for its head.
    Optional<UUID> left(UUID eleve, UUID personnel) {
        return lectures
                .read(Lecture.of(
                        """
                                select d.ecole_id from annuaire.depart d
                                  join annuaire.eleve e on e.id = d.eleve_id and e.suspendu_le = d.dit_le
                                  join annuaire.dirige q on q.ecole_id = d.ecole_id and q.personnel_id = :personnel
                                 where d.eleve_id = :eleve and d.annule_le is null
                                """, Map.of("eleve", eleve, "personnel", personnel), (rs, _) -> Colonnes.uuid(rs, "ecole_id")))
                .stream()
                .findFirst();
    }

    private static Fiche fiche(ResultSet rs, int row) throws SQLException {
        Map<UUID, Classe> classes = new LinkedHashMap<>();
        var libelle = rs.getString("libelle");
        if (libelle != null) {
            var enseignants = Enseignants.read(rs);
            var id = Colonnes.uuid(rs, "classe_id");
            classes.put(
                    id,
                    new Classe(
                            id,
                            Noms.classe(libelle, enseignants),
                            Enseignant.unsaid(Noms.classe(libelle, enseignants), enseignants)));
        }
        boolean dirige = rs.getBoolean("dirige");
        Map<UUID, Contact> contacts = new LinkedHashMap<>();
        if (rs.getObject("responsable_id") != null && (dirige || rs.getBoolean("en_vigueur"))) {
            var contact = contact(rs, dirige);
            contacts.put(contact.id(), contact);
        }
        return new Fiche(
                Colonnes.uuid(rs, "eleve_id"),
                Noms.personne(rs.getString("prenom")),
                Noms.personne(rs.getString("nom")),
                rs.getString("niveau"),
                Objects.requireNonNull(rs.getObject("date_naissance", LocalDate.class)),
                Colonnes.uuid(rs, "structure_id"),
                Noms.ecole(rs.getString("nom_courant"), rs.getString("commune")),
                classes,
                contacts,
                rs.getBoolean("remise"),
                dirige,
                rs.getBoolean("ajoute"));
    }

    private static Contact contact(ResultSet rs, boolean dirige) throws SQLException {
        return new Contact(
                Colonnes.uuid(rs, "responsable_id"),
                Noms.complet(rs.getString("r_prenom"), rs.getString("r_nom")),
                rs.getString("code"),
                Familles.telephones(rs),
                rs.getString("courriel"),
                dirige ? adresse(rs) : List.of(),
                rs.getBoolean("en_vigueur"),
                rs.getObject("retenue", UUID.class),
                Noms.isOrganisme(rs.getString("r_prenom")),
                dirige && !"AAF".equals(rs.getString("l_source")) ? added(rs) : null);
    }

    private static String added(ResultSet rs) throws SQLException {
        var motif = Objects.requireNonNullElse(rs.getString("motif"), "");
        var jusque = rs.getObject("jusque", LocalDate.class);
        var said = motif.isEmpty() ? t("Par un fichier de l’école.") : motif;
        return jusque == null ? said : t("{0} Jusqu’au {1}.", said, Dates.words(jusque));
    }

    /// Most families live in the commune of their school, whose spelling is known.
    private static List<String> adresse(ResultSet rs) throws SQLException {
        return Adresses.lignes(
                Colonnes.strings(rs, "adresse"),
                rs.getString("code_postal"),
                rs.getString("ville"),
                rs.getString("pays"),
                rs.getString("commune"));
    }

    /// @param dirige who looks directs the pupil's school
    /// @param classes,contacts by id
    /// @param ajoute by the school: no feed gives them
    /// @param remise whoever comes for the child is to see the head; nothing says why
    public record Fiche(
            UUID id,
            String prenom,
            String nom,
            @Nullable String niveau,
            LocalDate naissance,
            UUID ecoleId,
            String ecole,
            Map<UUID, Classe> classes,
            Map<UUID, Contact> contacts,
            boolean remise,
            boolean dirige,
            boolean ajoute) {

        public String nomComplet() {
            return (prenom + " " + nom).strip();
        }

        /// Guardians who are not kept out, one under two numbers counted once.
        public List<Contact> admitted() {
            return List.copyOf(contacts.values().stream()
                    .filter(Contact::enVigueur)
                    .collect(Collectors.toMap(Contact::cle, c -> c, (first, _) -> first, LinkedHashMap::new))
                    .values());
        }

        /// Guardians held out until the head decides; for the head only.
        public List<Contact> held() {
            return contacts.values().stream()
                    .filter(contact -> contact.retenue() != null)
                    .toList();
        }

        /// The same guardian, under each number that a feed has given them and that is not kept out.
        public List<Contact> sameAs(Contact contact) {
            return contacts.values().stream()
                    .filter(c -> c.enVigueur() && c.cle().equals(contact.cle()))
                    .toList();
        }

        private Fiche and(Fiche other) {
            classes.putAll(other.classes);
            other.contacts.forEach(contacts::putIfAbsent);
            return this;
        }
    }

    public record Classe(UUID id, String libelle, String avec) {}

    /// @param adresse for the head only
    /// @param enVigueur not kept out by a restriction
    /// @param retenue what the head has to decide; null when there is nothing
    /// @param ajoute why the school has linked them, for the head only; null for a link of the feed
    /// @param organisme a body that answers for the child: it has no account
    public record Contact(
            UUID id,
            String nomComplet,
            String code,
            List<String> telephones,
            @Nullable String courriel,
            List<String> adresse,
            boolean enVigueur,
            @Nullable UUID retenue,
            boolean organisme,
            @Nullable String ajoute) {

        public String lien() {
            return Lien.words(code);
        }

        private String cle() {
            return Noms.plain(nomComplet);
        }
    }
}
