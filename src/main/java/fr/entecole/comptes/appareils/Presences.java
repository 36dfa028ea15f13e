package fr.entecole.comptes.appareils;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.entecole.annuaire.Petits;
import fr.entecole.comptes.Fraicheur;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Whether a child may still be in a class that was opened on a device: asked of the directory again every few seconds,
/// so that a child who leaves, or a teacher who loses the class, is felt at once.
@Component
public class Presences {

    private final Petits petits;
    private final Cache<Presence, Boolean> lues;
    private final Fraicheur fraicheur;

    Presences(Petits petits, Cache<Presence, Boolean> lues, Fraicheur fraicheur) {
        this.petits = petits;
        this.lues = lues;
        this.fraicheur = fraicheur;
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

    record Presence(UUID classe, UUID personnel, UUID eleve) {}
}
