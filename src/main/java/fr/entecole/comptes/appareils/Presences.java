package fr.entecole.comptes.appareils;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.Petits;
import fr.entecole.comptes.Fraicheur;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Registre;
import fr.entecole.socle.Utilisateur;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Whether a child may still be in a class that was opened on a device: asked of the directory again every few
/// seconds, so that a child who leaves, or a teacher who loses the class, is felt at once. The same for a child's page
/// at home and the guardian who has opened it, from what the node knows of both accounts.
@Component
public class Presences {

    private final Petits petits;
    private final Cache<Presence, Boolean> lues;
    private final Fraicheur fraicheur;
    private final Utilisateurs utilisateurs;

    Presences(Petits petits, Cache<Presence, Boolean> lues, Fraicheur fraicheur, Utilisateurs utilisateurs) {
        this.petits = petits;
        this.lues = lues;
        this.fraicheur = fraicheur;
        this.utilisateurs = utilisateurs;
    }

    @Bean
    static Cache<Presence, Boolean> presencesLues() {
        return Caffeine.newBuilder()
                .expireAfterWrite(Fraicheur.FEW_SECONDS)
                .maximumSize(50_000)
                .build();
    }

    public boolean holds(ClasseOuverte classe, UUID eleve) {
        return Boolean.TRUE.equals(fraicheur.read(
                lues,
                new Presence(classe.classe(), classe.personnel(), eleve),
                p -> petits.present(p.classe(), p.personnel(), p.eleve())));
    }

    /// Whether the guardian may still be here and answers for the child, who is still of those who do not read.
    public boolean holds(ChezSoi chezSoi, Utilisateur enfant) {
        return Registre.of(enfant).petits()
                && utilisateurs
                        .of(chezSoi.responsable(), chezSoi.role())
                        .filter(u ->
                                u.is(Profil.PARENT) && Perimetre.of(u).enfants().contains(enfant.personneId()))
                        .isPresent();
    }

    record Presence(UUID classe, UUID personnel, UUID eleve) {}
}
