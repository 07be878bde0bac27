import { describe, expect, it } from 'vitest';
import { readDocument } from '../../lib/engine/document';
import { languageOf } from '../../lib/engine/language';
import { builtInBanks } from '../../lib/phrasebank/built-in';

describe('the language of a draft', () => {
  it.each([
    ['en', 'Ok.'],
    ['en', 'Taxi booked: white Volvo, driver Karim, plate KLM 482, terminal 2 with a sign.'],
    ['en', 'Hiya! did u try another browser? sites get slow on mondays 😊'],
    ['en', 'Renée, the crème brûlée set left Café Zoë on Friday, carrier UPS, box 4.'],
    ['und', 'Bonjour Madame, votre commande est en route et arrive demain matin.'],
    ['und', 'Hola Ana, su pedido ha salido hoy y llega mañana por la tarde.'],
    ['und', 'Hallo Frau Lang, Ihre Bestellung ist unterwegs und kommt morgen an.'],
    ['und', 'Beste Jan, je bestelling is onderweg en komt morgen aan bij je thuis.'],
    ['und', 'Dzień dobry, zamówienie zostało wysłane wczoraj i dotrze jutro rano.'],
    ['und', 'Olá Ana, o seu pedido já saiu e chega amanhã de manhã.'],
  ])('is %s: %s', (language, text) => {
    expect(languageOf(readDocument(text), builtInBanks())).toBe(language);
  });
});
