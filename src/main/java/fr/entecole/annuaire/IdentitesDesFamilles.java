package fr.entecole.annuaire;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.noms.Lien;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Cles;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Embleme;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Region;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who a pupil or a guardian is today, and what is for them: one statement each. A guardian kept out of everything by a
/// restriction may still come in; they then see nobody.
@Component
class IdentitesDesFamilles {

    private static final String PLACE = """
            'eleve', s.eleve_id, 'ecole', s.ecole_id, 'ouverte', s.ouverte, 'circonscription', s.circonscription_id,
            'commune', s.commune_insee, 'departement', s.departement, 'classes', s.classes, 'groupes', s.groupes
            """;

    private static final String ELEVE = """
            select e.id, e.prenom, e.nom, e.niveau, e.suspendu_le is not null as suspendu, m.image, m.lettre,
                   coalesce(d.nom_usage, d.nom_courant, '') as nom_courant, c.nom as commune,
                   (select jsonb_build_array(jsonb_build_object(%s))
                      from annuaire.situation s where s.eleve_id = e.id) as places
              from annuaire.eleve e
              left join annuaire.structure d on d.id = e.structure_id
              left join annuaire.commune c on c.insee = d.commune_insee
              left join lateral (select image, lettre from annuaire.embleme
                                  where eleve_id = e.id order by depuis desc limit 1) m on true
             where e.id = :id
            """.formatted(PLACE);

    private static final String RESPONSABLE = """
            select r.id, r.civilite, r.prenom, r.nom, r.suspendu_le is not null as suspendu,
                   exists (select 1 from annuaire.mandat m
                            where m.responsable_id = r.id and m.depuis <= :jour
                              and (m.jusque is null or m.jusque >= :jour)) as elu,
                   exists (select 1 from annuaire.lien l
                             join annuaire.present p on p.eleve_id = l.eleve_id
                             join annuaire.ouverte o on o.ecole_id = p.ecole_id
                            where l.responsable_id = r.id and l.retire_le is null) as entre,
                   (select jsonb_agg(jsonb_build_object(%s, 'code', a.code, 'prenom', e.prenom,
                                                        'lieu', coalesce(c.nom, d.ville, ''))
                                     order by e.date_naissance, e.prenom)
                      from annuaire.autorite(:jour) a
                      join annuaire.situation s on s.eleve_id = a.eleve_id
                      join annuaire.eleve e on e.id = a.eleve_id
                      left join annuaire.structure d on d.id = s.ecole_id
                      left join annuaire.commune c on c.insee = d.commune_insee
                     where a.responsable_id = r.id) as places
              from annuaire.responsable r
             where r.id = :id
            """.formatted(PLACE);

    private final JdbcClient jdbc;
    private final Region region;
    private final Clock clock;

    IdentitesDesFamilles(JdbcClient jdbc, Region region, Clock clock) {
        this.jdbc = jdbc;
        this.region = region;
        this.clock = clock;
    }

    Optional<Identite> eleve(UUID id) {
        return jdbc.sql(ELEVE)
                .param("id", id)
                .query(IdentitesDesFamilles::eleve)
                .optional();
    }

    Optional<Identite> responsable(UUID id) {
        return jdbc.sql(RESPONSABLE)
                .param("id", id)
                .param("jour", LocalDate.now(clock))
                .query((rs, row) -> responsable(rs, row))
                .optional();
    }

    private static Identite eleve(ResultSet rs, int row) throws SQLException {
        var id = Colonnes.uuid(rs, "id");
        var places = Colonnes.list(rs, "places", Place[].class);
        var ouvertes = ouvertes(places);
        var image = rs.getString("image");
        return new Identite(
                id,
                Profil.ELEVE,
                Noms.personne(rs.getString("prenom")),
                Noms.personne(rs.getString("nom")),
                ouvertes,
                null,
                null,
                rs.getString("niveau"),
                image == null ? null : new Embleme(image, rs.getString("lettre")),
                Noms.ecole(rs.getString("nom_courant"), rs.getString("commune")),
                null,
                Identite.Acces.of(rs.getBoolean("suspendu"), !ouvertes.isEmpty()),
                cles(id, Qui.ELEVES, places));
    }

    private Identite responsable(ResultSet rs, int row) throws SQLException {
        var id = Colonnes.uuid(rs, "id");
        var places = Colonnes.list(rs, "places", Place[].class);
        var lieux = places.stream()
                .filter(place -> place.ecole != null)
                .map(Place::lieu)
                .distinct()
                .toList();
        return new Identite(
                id,
                Profil.PARENT,
                Noms.personne(rs.getString("prenom")),
                Noms.personne(rs.getString("nom")),
                ouvertes(places),
                null,
                null,
                null,
                null,
                lieux.size() == 1 ? Noms.commune(Objects.requireNonNull(lieux.getFirst())) : region.nom(),
                elected(
                        rs,
                        Lien.titre(
                                places.stream()
                                        .map(place -> Objects.requireNonNull(place.code))
                                        .toList(),
                                places.stream()
                                        .map(place -> Noms.personne(Objects.requireNonNull(place.prenom)))
                                        .toList())),
                Identite.Acces.of(rs.getBoolean("suspendu"), rs.getBoolean("entre")),
                cles(id, Qui.RESPONSABLES, places));
    }

    /// Who speaks for the other parents says so beside what they are to their child.
    private static @Nullable String elected(ResultSet rs, @Nullable String titre) throws SQLException {
        if (!rs.getBoolean("elu")) {
            return titre;
        }
        var role = "Mme".equals(rs.getString("civilite")) ? t("parent élue") : t("parent élu");
        return titre == null ? role : t("{0}, {1}", titre, role);
    }

    private static Set<UUID> ouvertes(List<Place> places) {
        return places.stream()
                .filter(Place::ouverte)
                .map(place -> Objects.requireNonNull(place.ecole))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Cles cles(UUID personne, Qui qui, List<Place> places) {
        List<Cle> cles = new ArrayList<>();
        for (var place : places) {
            var ecole = place.ecole;
            if (ecole == null || !place.ouverte) {
                continue;
            }
            cles.add(Public.cle(Etendue.ELEVES, qui, ecole, place.eleve.toString()));
            place.classes.forEach(classe -> cles.add(Public.cle(Etendue.CLASSE, qui, ecole, classe.toString())));
            place.groupes.forEach(groupe -> cles.add(Public.cle(Etendue.GROUPE, qui, ecole, groupe.toString())));
            cles.addAll(Public.above(qui, personne, ecole, place.circonscription, place.commune, place.departement));
        }
        return Cles.of(cles);
    }

    /// A row of `annuaire.situation`, with what the guardian is to the child and how the child is called.
    ///
    /// @param lieu commune of the school as the feed writes it
    private record Place(
            UUID eleve,
            @Nullable UUID ecole,
            boolean ouverte,
            @Nullable UUID circonscription,
            @Nullable String commune,
            @Nullable String departement,
            List<UUID> classes,
            List<UUID> groupes,
            @Nullable String code,
            @Nullable String prenom,
            @Nullable String lieu) {}
}
