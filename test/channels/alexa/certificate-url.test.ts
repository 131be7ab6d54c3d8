/** Where signing certificates may come from: the vectors every implementation of Alexa's check is tested with, and more. */

import { certificateUrl } from '../../../lambda/channels/alexa/certificate-url';

const plain = 'https://s3.amazonaws.com/echo.api/echo-api-cert.pem';

test.each([
  [plain, plain],
  ['https://s3.amazonaws.com:443/echo.api/echo-api-cert.pem', plain],
  ['HTTPS://s3.amazonaws.com/echo.api/echo-api-cert.pem', plain],
  ['https://S3.AmazonAWS.com/echo.api/echo-api-cert.pem', plain],
  ['https://s3.amazonaws.com/echo.api/../echo.api/echo-api-cert.pem', plain],
  ['https://s3.amazonaws.com/echo.api/./echo-api-cert.pem', plain],
  ['https://s3.amazonaws.com/other/../echo.api/echo-api-cert.pem', plain],
])('accepts %s', (given, normalised) => {
  expect(certificateUrl(given).href).toBe(normalised);
});

test.each([
  'http://s3.amazonaws.com/echo.api/echo-api-cert.pem',
  'http://s3.amazonaws.com:443/echo.api/echo-api-cert.pem',
  'ftp://s3.amazonaws.com/echo.api/echo-api-cert.pem',
  'file:///echo.api/echo-api-cert.pem',
  'https://notamazon.com/echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com.notamazon.com/echo.api/echo-api-cert.pem',
  'https://bucket.s3.amazonaws.com/echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com./echo.api/echo-api-cert.pem',
  'https://s3.us-east-1.amazonaws.com/echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com/EcHo.aPi/echo-api-cert.pem',
  'https://s3.amazonaws.com/invalid.path/echo-api-cert.pem',
  'https://s3.amazonaws.com/echo.api',
  'https://s3.amazonaws.com/echo.apis/echo-api-cert.pem',
  'https://s3.amazonaws.com//echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com:563/echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com:80/echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com/echo.api/../other/echo-api-cert.pem',
  'https://s3.amazonaws.com/echo.api/%2e%2e/other/echo-api-cert.pem',
  'https://s3.amazonaws.com/echo.api/%2E%2E%2Fother/echo-api-cert.pem',
  'https://s3.amazonaws.com/echo.api/..%2fother/echo-api-cert.pem',
  'https://s3.amazonaws.com/echo.api/%252e%252e/other/echo-api-cert.pem',
  'https://s3.amazonaws.com/echo%2eapi/echo-api-cert.pem',
  'https://s3.amazonaws.com@notamazon.com/echo.api/echo-api-cert.pem',
  'https://user@s3.amazonaws.com/echo.api/echo-api-cert.pem',
  'https://user:word@s3.amazonaws.com/echo.api/echo-api-cert.pem',
  'https://@s3.amazonaws.com/echo.api/echo-api-cert.pem',
  'https://notamazon.com\\@s3.amazonaws.com/echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com\\echo.api\\echo-api-cert.pem',
  'https://s3.amazonaws.com/echo.api/echo-api-cert.pem?x=1',
  'https://s3.amazonaws.com/echo.api/echo-api-cert.pem?',
  'https://s3.amazonaws.com/echo.api/echo-api-cert.pem#x',
  'https://s3.amazonaws.com/echo.api/echo-api-cert.pem#',
  'https://s3.amazonaws.com/echo.api/a.pem, https://s3.amazonaws.com/echo.api/b.pem',
  'https://s3.amazonaws.com/echo.api/a.pem,b.pem',
  ' https://s3.amazonaws.com/echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com/echo.\tapi/echo-api-cert.pem',
  's3.amazonaws.com/echo.api/echo-api-cert.pem',
  '//s3.amazonaws.com/echo.api/echo-api-cert.pem',
  'https://s3.amazonaws.com:port/echo.api/echo-api-cert.pem',
  '',
])('refuses %j', (given) => {
  expect(() => certificateUrl(given)).toThrow(expect.objectContaining({ reason: 'wrong-certificate-url' }));
});
