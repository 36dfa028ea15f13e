package fr.entecole.annuaire.donnees;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.PersonnesOubliees;
import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.contrats.ActiviteDeclaree;
import fr.entecole.socle.contrats.ActiviteDeclaree.Activite;
import fr.entecole.socle.contrats.ActiviteDeclaree.Base;
import fr.entecole.socle.contrats.Reserves;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The people of the directory, forgotten three months after a feed last counted them or their last day came (the
/// limit for an ENT account). Until then they come back as the same person. Others are told in the same transaction.
@Component
class AnnuaireDonneesPersonnelles implements DonneesPersonnelles {

    @Bean
    static ActiviteDeclaree activiteAnnuaire() {
        return ActiviteDeclaree.of(
                "annuaire",
                () -> new Activite(
                        t("Annuaire"),
                        t("Savoir qui est élève, responsable ou membre de l’équipe de quelle école."),
                        Base.MISSION,
                        t("Élèves, responsables, équipes, agents"),
                        t("Chacun pour ce qui le concerne, la direction pour son école")));
    }

    static final Duration CONSERVATION = Duration.ofDays(90);

    static final Duration RETOUR = Duration.ofDays(3 * 365);
    private static final int BATCH = 1_000;

    /// What their guardians gave or see at school: no other person stands in it.
    private static final Set<String> TOLD_TO_GUARDIANS = Set.of("eleve", "eleve_classe", "embleme");

    /// What waits for a return stays, under the feed's numbers.
    private static final Map<LieuxDesPersonnes.Place, String> RETURN_KEPT = Map.of(
            LieuxDesPersonnes.TOLD_TO_NOBODY_ELSE,
            " and eleve_aaf_id is null",
            LieuxDesPersonnes.OF_THE_GUARDIAN,
            " and responsable_aaf_id is null");

    /// The town of an address, as the communes of the same département write theirs.
    private static final Map<String, String> WRITTEN = Map.of("responsable", """
             || coalesce((select jsonb_build_object('ville', c.nom) from annuaire.commune c
                           where c.departement = '0' || left(p.code_postal, 2)
                             and annuaire.cle(c.nom) = annuaire.cle(p.ville) order by c.insee limit 1), '{}')
            """);

    private static final String EXPORT = LieuxDesPersonnes.PLACES.stream()
            .filter(place -> !place.equals(LieuxDesPersonnes.TOLD_TO_NOBODY_ELSE))
            .map(place ->
                    "select '%1$s' as lieu, jsonb_agg(to_jsonb(p) - 'mots'%3$s) as lignes from annuaire.%1$s p where p.%2$s = :id"
                            .formatted(place.table(), place.column(), WRITTEN.getOrDefault(place.table(), "")))
            .collect(Collectors.joining(" union all ", "select * from (", ") tout where lignes is not null"));

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final ObjectProvider<Reserves> reserves;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Papiers papiers;

    AnnuaireDonneesPersonnelles(
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Papiers papiers,
            ObjectProvider<Reserves> reserves) {
        this.reserves = reserves;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.transaction = transaction;
        this.events = events;
        this.papiers = papiers;
    }

    @Override
    public String schema() {
        return "annuaire";
    }

    @Override
    public List<Traitement> describe() {
        return MotsDesPersonnes.traitements();
    }

    @Override
    public int enonces() {
        return 3;
    }

    @Override
    public Map<String, Object> export(UUID personneId) {
        Map<String, Object> export = new LinkedHashMap<>();
        jdbc.sql(EXPORT).param("id", personneId).query(rs -> {
            export.put(rs.getString("lieu"), json.readValue(rs.getString("lignes"), Object.class));
        });
        if (export.containsKey(LieuxDesPersonnes.OF_THE_GUARDIAN.table())) {
            export.putAll(papiers.of(personneId));
        }
        return export;
    }

    @Override
    public Map<String, Object> exportForGuardian(UUID eleveId, Set<UUID> responsables) {
        var export = export(eleveId);
        export.keySet().retainAll(TOLD_TO_GUARDIANS);
        return export;
    }

    @Override
    public Map<String, String> libelles() {
        return MotsDesPersonnes.libelles();
    }

    @Override
    public Object shown(String mot, Object valeur) {
        return EcritureDesFiches.shown(mot, valeur);
    }

    @Override
    public List<Ligne> lignes() {
        return LignesDesFiches.lignes();
    }

    @Override
    public String lu(Ligne ligne, Map<?, ?> row) {
        return LignesDesFiches.lu(ligne.mot(), row);
    }

    @Override
    public void erase(UUID personneId) {
        transaction.executeWithoutResult(_ -> forget(List.of(personneId)));
    }

    @Override
    public void erase(Collection<UUID> personnes) {
        transaction.executeWithoutResult(_ -> forget(personnes));
    }

    @Override
    public List<Reste> keeps() {
        return List.of(
                new Reste(
                        "restriction.eleve_id",
                        "oubliee_le",
                        RETOUR,
                        t("Que les restrictions d’un enfant parti tiennent à son retour")),
                new Reste("demande_classe.decidee_par", "decidee_le", CONSERVATION, t("Qui a répondu à la demande")));
    }

    @Override
    public void purge() {
        papiers.forgetPast(OffsetDateTime.now(clock).minus(CONSERVATION));
        List<UUID> past;
        do {
            past = past();
            var batch = past;
            transaction.executeWithoutResult(_ -> {
                keepForAReturn(batch);
                forget(batch);
            });
        } while (past.size() == BATCH);
        transaction.executeWithoutResult(_ -> papiers.forget(jdbc.sql("""
                        delete from annuaire.restriction
                         where oubliee_le < :terme or (oubliee_le is not null and jusque < :jour)
                        returning id
                        """)
                .param("terme", OffsetDateTime.now(clock).minus(RETOUR).toLocalDate())
                .param("jour", LocalDate.now(clock))
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list()));
        purge("ecart e using annuaire.lot l where l.id = e.lot_id and l.commence_le", MotsDesPersonnes.ECARTS);
        purge("demande_classe where decidee_le", CONSERVATION);
        purge("complement where depose_le", CONSERVATION);
        jdbc.sql("""
                        update annuaire.complement set contenu = null, corrigees = '{}'
                         where contenu is not null and depose_le < :terme
                        """)
                .param("terme", OffsetDateTime.now(clock).minus(MotsDesPersonnes.FICHIERS))
                .update();
        purge("remplacement where fini_le", CONSERVATION);
    }

    private void purge(String over, Duration term) {
        jdbc.sql("delete from annuaire." + over + " < :terme")
                .param("terme", OffsetDateTime.now(clock).minus(term))
                .update();
    }

    /// Whoever has their data put aside stays, until that ends.
    private List<UUID> past() {
        var term = OffsetDateTime.now(clock).minus(CONSERVATION);
        return jdbc.sql("""
                        select id from (
                            select id from annuaire.eleve where suspendu_le < :terme
                            union all select id from annuaire.responsable where suspendu_le < :terme
                            union all select id from annuaire.personnel where suspendu_le < :terme
                            union all select id from annuaire.agent where fin < :jour) past
                         where id <> all(:limites)
                         limit :batch
                        """)
                .param(
                        "limites",
                        reserves.stream().flatMap(one -> one.limited().stream()).toArray(UUID[]::new))
                .param("terme", term)
                .param("jour", term.toLocalDate())
                .param("batch", BATCH)
                .query((rs, _) -> rs.getObject("id", UUID.class))
                .list();
    }

    /// Those of them who are in the directory; of the others everything has gone, and everyone been told.
    private List<UUID> known(Collection<UUID> personnes) {
        return personnes.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select id from annuaire.eleve where id in (:ids)
                        union all select id from annuaire.responsable where id in (:ids)
                        union all select id from annuaire.personnel where id in (:ids)
                        union all select id from annuaire.agent where id in (:ids)
                        """)
                        .param("ids", personnes)
                        .query((rs, _) -> rs.getObject("id", UUID.class))
                        .list();
    }

    private void forget(Collection<UUID> asked) {
        var personnes = known(asked);
        if (personnes.isEmpty()) {
            return;
        }
        keepRestrictions(personnes);
        papiers.forgetWith(personnes);
        for (var place : LieuxDesPersonnes.PLACES) {
            jdbc.sql("delete from annuaire." + place.table() + " where " + place.column() + " in (:ids)"
                            + RETURN_KEPT.getOrDefault(place, ""))
                    .param("ids", personnes)
                    .update();
        }
        forgetAuthors(personnes);
        events.publishEvent(new PersonnesOubliees(personnes));
    }

    /// What they did for others stays, without them: the journal says for a year who did it.
    private void forgetAuthors(Collection<UUID> personnes) {
        for (var place : LieuxDesPersonnes.AUTHORS) {
            jdbc.sql("update annuaire.%1$s set %2$s = null where %2$s in (:ids)"
                            .formatted(place.table(), place.column()))
                    .param("ids", personnes)
                    .update();
        }
        for (var named : LieuxDesPersonnes.NAMED_IN_WORDS) {
            jdbc.sql("update annuaire.%1$s set %2$s = '' where %2$s in (:ids)".formatted(named.table(), named.column()))
                    .param("ids", personnes.stream().map(UUID::toString).toList())
                    .update();
        }
    }

    /// A child who is no longer in the feed may come back from another school within the years of primary school: the
    /// guardian is kept out then too. The words of the decision go, with its paper.
    private void keepForAReturn(Collection<UUID> eleves) {
        if (eleves.isEmpty()) {
            return;
        }
        papiers.forget(jdbc.sql("""
                        update annuaire.restriction x
                           set eleve_academie = e.academie, eleve_aaf_id = e.aaf_id, oubliee_le = :aujourdhui,
                               preuve = :preuve
                          from annuaire.eleve e
                         where e.id in (:ids) and e.id = x.eleve_id and e.aaf_id is not null
                           and x.levee_le is null and (x.jusque is null or x.jusque >= :aujourdhui)
                        returning x.id
                        """)
                .param("ids", eleves)
                .param("preuve", t("Décision montrée avant le départ de l’enfant : demandez-la de nouveau."))
                .param("aujourdhui", LocalDate.now(clock))
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list());
    }

    /// A guardian who comes back in a feed is kept out as before, as long as the child is there: the number that the
    /// feed would give them again is all that stays of them.
    private void keepRestrictions(Collection<UUID> personnes) {
        jdbc.sql("""
                        update annuaire.restriction x
                           set responsable_academie = r.academie, responsable_aaf_id = r.aaf_id
                          from annuaire.responsable r
                         where r.id in (:ids) and r.id = x.responsable_id and r.aaf_id is not null
                           and (x.eleve_aaf_id is not null
                                or exists (select 1 from annuaire.eleve e where e.id = x.eleve_id))
                           and x.levee_le is null and (x.jusque is null or x.jusque >= :aujourdhui)
                        """)
                .param("ids", personnes)
                .param("aujourdhui", LocalDate.now(clock))
                .update();
    }
}
