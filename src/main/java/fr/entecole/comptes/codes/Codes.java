package fr.entecole.comptes.codes;

import fr.entecole.annuaire.Nature;
import fr.entecole.comptes.AccesRedonne;
import fr.entecole.comptes.ActeComptes;
import fr.entecole.comptes.ComptesReglages;
import fr.entecole.comptes.Perissable;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Sceau;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Codes that someone hands to a person so that they come in: twelve signs (58 bits), of which only a print is kept,
/// that the database alone cannot check. Who may hand one to whom is judged by the caller. A sheet printed again adds
/// codes and voids none; a code given again at the door voids the former, which may be in another's hands.
@Component
public class Codes implements Perissable {

    private static final Pattern NOT_A_SIGN = Pattern.compile("[^0-9A-Z]");
    // No sign that another may be taken for: neither 0 nor O, neither 1, I nor L, and no U.
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    public static final int LENGTH = 12;
    static final int DATES = 5;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;
    private final ComptesReglages reglages;
    private final Sceau sceau;
    private final ApplicationEventPublisher evenements;
    private final SecureRandom random = new SecureRandom();

    Codes(
            JdbcClient jdbc,
            Journal journal,
            Clock clock,
            ComptesReglages reglages,
            Sceau sceau,
            ApplicationEventPublisher evenements) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
        this.reglages = reglages;
        this.sceau = sceau;
        this.evenements = evenements;
    }

    /// A new code for each of these people; those that they have already stay good.
    ///
    /// @param personnes people of the directory, other than pupils
    /// @param par account of who hands them
    /// @param ecole school whose head may read of it in the journal
    /// @return the codes as they are printed (`7KMP 4TQX 92HD`), by person; those without an account are left out
    @Transactional
    public Map<UUID, String> issue(Collection<UUID> personnes, UUID par, @Nullable UUID ecole) {
        var prepared = prepare(personnes, par, ecole);
        prepared.keep().run();
        return prepared.codes();
    }

    /// The same, to be kept when their sheets are whole.
    public Preparation prepare(Collection<UUID> personnes, UUID par, @Nullable UUID ecole) {
        return prepare(personnes, par, ecole, ActeComptes.CODE_REMIS);
    }

    /// A new code for one person; all those that they had are void.
    @Transactional
    public String reissue(UUID personne, UUID par, @Nullable UUID ecole) {
        jdbc.sql("select coalesce(rejoint_id, id) as id from comptes.compte where personne_id = :personne")
                .param("personne", personne)
                .query((rs, _) -> rs.getObject("id", UUID.class))
                .optional()
                .ifPresent(compte -> voidAll(compte, "REDONNE"));
        var prepared = prepare(List.of(personne), par, ecole, ActeComptes.CODE_REDONNE);
        var code = prepared.codes().get(personne);
        if (code == null) {
            throw new IllegalArgumentException("no account for this person");
        }
        prepared.keep().run();
        jdbc.sql("""
                        select p.nature from comptes.compte p
                          join comptes.compte c on c.id = coalesce(p.rejoint_id, p.id)
                         where p.personne_id = :personne and c.active_le is not null and c.id <> :par
                        """)
                .param("personne", personne)
                .param("par", par)
                .query((rs, _) -> Nature.valueOf(rs.getString("nature")))
                .optional()
                .ifPresent(
                        nature -> evenements.publishEvent(new AccesRedonne(UUID.randomUUID(), personne, nature, par)));
        return code;
    }

    /// All codes of an account are of no use from now on.
    ///
    /// @param raison `REDONNE` another was given instead, `AUTRE` another was used
    public void voidAll(UUID compte, String raison) {
        jdbc.sql("""
                        update comptes.code set annule_le = :now, annule_pour = :raison
                         where compte_id = :compte and utilise_le is null and annule_le is null
                        """)
                .param("compte", compte)
                .param("raison", raison)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// @param code as [#typed] gives it
    public Optional<Remis> find(String code) {
        return find(code, "");
    }

    /// The same, and nobody else touches it until the end of the transaction.
    public Optional<Remis> lock(String code) {
        return find(code, "for update of k");
    }

    private Optional<Remis> find(String code, String lock) {
        return jdbc.sql("""
                        select k.id, k.compte_id, p.personne_id, p.nature, c.active_le is not null as active,
                               case when k.utilise_le is not null or k.annule_pour = 'AUTRE' then 'UTILISE'
                                    when k.annule_pour = 'DATES' then 'DATES'
                                    when k.annule_le is not null then 'REDONNE'
                                    when k.expire_le <= :now then 'EXPIRE' else 'BON' end as etat
                          from comptes.code k
                          join comptes.compte c on c.id = k.compte_id
                          join comptes.compte p on p.personne_id = coalesce(k.personne_id, c.personne_id)
                         where k.empreinte = :empreinte
                        """ + lock)
                .param("empreinte", print(code))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((rs, _) -> new Remis(
                        rs.getObject("id", UUID.class),
                        rs.getObject("compte_id", UUID.class),
                        rs.getObject("personne_id", UUID.class),
                        Nature.valueOf(rs.getString("nature")),
                        rs.getBoolean("active"),
                        Validite.valueOf(rs.getString("etat"))))
                .optional();
    }

    /// One more wrong birth date; the fifth voids the code.
    ///
    /// @return how many are left
    public int countWrongDate(UUID code) {
        return jdbc.sql("""
                        update comptes.code set erreurs = erreurs + 1,
                               annule_le = case when erreurs + 1 >= :assez then :now else annule_le end,
                               annule_pour = case when erreurs + 1 >= :assez then 'DATES' else annule_pour end
                         where id = :id returning :assez - erreurs as reste
                        """)
                .param("id", code)
                .param("assez", DATES)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((rs, _) -> rs.getInt("reste"))
                .single();
    }

    /// Takes the code for good, and voids the account's others, in the transaction of what it is used for.
    ///
    /// @return false when it was used or voided meanwhile
    public boolean use(Remis remis) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        boolean mine = jdbc.sql("""
                        update comptes.code set utilise_le = :now
                         where id = :id and utilise_le is null and annule_le is null and expire_le > :now
                        """).param("id", remis.id()).param("now", now).update() == 1;
        if (mine) {
            voidAll(remis.compte(), "AUTRE");
        }
        return mine;
    }

    /// To answer who comes with an old sheet.
    @Override
    public int purge() {
        return jdbc.sql("delete from comptes.code where expire_le < :trimestre")
                .param(
                        "trimestre",
                        clock.instant().minus(ComptesReglages.GARDE_DES_CODES).atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Until when a code handed now can be used.
    public Instant until() {
        return clock.instant().plus(reglages.code());
    }

    private Preparation prepare(Collection<UUID> personnes, UUID par, @Nullable UUID ecole, ActeComptes acte) {
        Map<UUID, UUID> comptes = new LinkedHashMap<>();
        if (!personnes.isEmpty()) {
            jdbc.sql(
                            "select personne_id, coalesce(rejoint_id, id) as id from comptes.compte where personne_id = any(:personnes)")
                    .param("personnes", personnes.toArray(UUID[]::new))
                    .query(rs -> {
                        comptes.put(rs.getObject("personne_id", UUID.class), rs.getObject("id", UUID.class));
                    });
        }
        Map<UUID, String> drawn = new LinkedHashMap<>();
        comptes.keySet().forEach(personne -> drawn.put(personne, draw()));
        if (drawn.isEmpty()) {
            return new Preparation(Map.of(), () -> {}, () -> {});
        }
        Map<UUID, String> codes = new HashMap<>();
        drawn.forEach((personne, code) -> codes.put(personne, shown(code)));
        var prints = drawn.values().stream().map(this::print).toArray(byte[][]::new);
        return new Preparation(codes, () -> keep(comptes, prints, par, ecole, acte), () -> drop(prints));
    }

    private void keep(Map<UUID, UUID> comptes, byte[][] prints, UUID par, @Nullable UUID ecole, ActeComptes acte) {
        jdbc.sql("""
                        insert into comptes.code (compte_id, personne_id, empreinte, remis_par, created_at, expire_le)
                        select n.compte, n.personne, n.empreinte, :par, :now, :expire
                          from unnest(:comptes, :personnes, :empreintes) as n (compte, personne, empreinte)
                        """)
                .param("comptes", comptes.values().toArray(UUID[]::new))
                .param("personnes", comptes.keySet().toArray(UUID[]::new))
                .param("empreintes", prints)
                .param("par", par)
                .param("now", OffsetDateTime.now(clock))
                .param("expire", until().atOffset(ZoneOffset.UTC))
                .update();
        record(acte, comptes.values(), par, ecole);
    }

    private void drop(byte[][] prints) {
        jdbc.sql("update comptes.code set annule_le = :now where empreinte = any(:empreintes) and annule_le is null")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("empreintes", prints)
                .update();
    }

    /// A fact for each code handed, all at once.
    void record(ActeComptes acte, Collection<UUID> comptes, UUID par, @Nullable UUID ecole) {
        journal.record(
                Fait.of(acte).by(par).inEcole(ecole),
                comptes.stream().map(UUID::toString).toList());
    }

    /// What is kept of a code: some sixty bits would be found from a bare hash in a few days of a few machines.
    byte[] print(String code) {
        return sceau.of("code", code);
    }

    private String draw() {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    public static String shown(String code) {
        return code.substring(0, 4) + " " + code.substring(4, 8) + " " + code.substring(8);
    }

    /// As typed on a telephone: any case, spaces or hyphens anywhere.
    public static String typed(String saisie) {
        return NOT_A_SIGN.matcher(saisie.toUpperCase(Locale.ROOT)).replaceAll("");
    }

    public enum Validite {
        BON,
        UTILISE,
        EXPIRE,
        REDONNE,
        DATES
    }

    /// A code that someone holds.
    ///
    /// @param compte the account that it opens
    /// @param personne,nature for whom it was handed
    /// @param active somebody comes in with a password already
    public record Remis(UUID id, UUID compte, UUID personne, Nature nature, boolean active, Validite validite) {}
}
